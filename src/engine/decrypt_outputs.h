// The plain files of an exhibit, made for the worker that decrypts it: the evidence gives their
// names, so that none may lead out of the folder.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "engine/decrypt.h"
#include "engine/worker_files.h"

namespace bridle {

class DecryptOutputs : public WorkerFiles {
 public:
  explicit DecryptOutputs(std::filesystem::path folder) : path_(std::move(folder)) {}
  ~DecryptOutputs() override;  // what is not whole is dropped; what is whole stays
  DecryptOutputs(const DecryptOutputs&) = delete;
  DecryptOutputs& operator=(const DecryptOutputs&) = delete;

  Result<void> open() override;
  Result<Descriptor> create(const std::string& name) override;
  void keep(const std::string& name) override;
  void drop(const std::string& name) override;
  void clear() override;

  // What is whole, and in the gaps what could not be given its name.
  const Decrypted& written() const { return written_; }

 private:
  std::filesystem::path path_;
  bool opened_ = false;
  std::map<std::string, std::filesystem::path> open_;  // and where each lies until it is whole
  Decrypted written_;
};

}  // namespace bridle
