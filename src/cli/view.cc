#include <atomic>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include "cli/verbs.h"
#include "view/http_server.h"
#include "view/lake_site.h"
#include "view/site.h"

namespace bridle {
namespace {

std::atomic<bool> stop{false};

struct Asked {
  std::string folder, language;
};

int serve(const HttpServer::Answering& answering) {
  auto server = HttpServer::open();
  if (!server) {
    std::cerr << "bridle: " << server.error().what << "\n";
    return 1;
  }
  std::signal(SIGINT, [](int) { stop = true; });
  std::signal(SIGTERM, [](int) { stop = true; });
  std::cout << server->address() << std::endl;
  std::cerr << "Open this address in a browser on this computer: it works once. "
               "Ctrl-C ends the page.\n";
  server->serve(answering, stop);
  return 0;
}

int show_lake(const Asked& asked) {
  auto lake = Lake::open(asked.folder);
  if (!lake) {
    std::cerr << "bridle: " << asked.folder
              << " holds no lake that can be read: " << lake.error().what << "\n";
    return 2;
  }
  LakeSite site(std::move(*lake), asked.language);
  return serve([&](const HttpRequest& request, HttpBody&) { return site.answer(request); });
}

int show_case(const Asked& asked) {
  std::error_code none;
  Site site({.language = asked.language,
             .program = std::filesystem::read_symlink("/proc/self/exe", none),
             .folder = std::filesystem::current_path(none)});
  if (!asked.folder.empty()) {
    if (const auto shown = site.show(asked.folder); !shown) {
      std::cerr << "bridle: " << asked.folder
                << " holds no case that can be read: " << shown.error().what << "\n";
      return 2;
    }
  }
  return serve(
      [&](const HttpRequest& request, HttpBody& body) { return site.answer(request, body); });
}

int run(const Asked& asked) {
  std::error_code none;
  const bool is_lake =
      !asked.folder.empty() && std::filesystem::exists(asked.folder + "/lake.json", none);
  return is_lake ? show_lake(asked) : show_case(asked);
}

}  // namespace

void add_view(CLI::App& app, int& code) {
  auto* const verb = app.add_subcommand("view", "look at a case or a lake on a local page");
  auto asked = std::make_shared<Asked>();
  verb->add_option("folder", asked->folder,
                   "of a case or a lake; without one, a page to start a check on");
  verb->add_option("--lang", asked->language, "language of the page (default: the browser's)")
      ->check(CLI::IsMember({"en", "fr", "es", "ar"}));
  verb->callback([asked, &code] { code = run(*asked); });
}

}  // namespace bridle
