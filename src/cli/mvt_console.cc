#include "cli/mvt_console.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <iostream>

#include "sink/private_file.h"
#include "sink/shown.h"

namespace bridle {
namespace {

constexpr std::size_t kLongestLine = 2000;  // characters
constexpr std::string_view kLevels[] = {"INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL"};

}  // namespace

std::string mvt_now() {
  const auto now = std::chrono::system_clock::now();
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  std::tm local{};
  localtime_r(&seconds, &local);
  std::array<char, 32> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S", &local);
  const auto us = std::chrono::duration_cast<std::chrono::microseconds>(now.time_since_epoch());
  const std::string fraction = std::to_string(1'000'000 + us.count() % 1'000'000);
  return std::string(text.data(), size) + "." + fraction.substr(1);
}

// What comes out of evidence may hold what turns a terminal over: shown() makes it visible.
void MvtConsole::say(std::string_view level, std::string_view text) {
  const std::string line = shown(text, kLongestLine);
  const bool plain = level == "INFO";
  std::cout << (plain ? "" : std::string(level) + " ") << line << "\n";
  std::string when = mvt_now().substr(0, 23);
  when[19] = ',';
  log_.append(when).append(" - bridle - ").append(level).append(" - ").append(line).append("\n");
}

void MvtConsole::modules(const MvtTold& told) {
  for (const auto& [module, records] : told.records)
    info("[" + std::string(module->slug) + "] " + std::string(module->name) + ": " +
         (records == 0 ? "no records" : std::to_string(records) + " records"));
}

void MvtConsole::alerts(const MvtTold& told) {
  for (const MvtAlert& alert : told.alerts)
    say(alert.level + " ALERT", "[" + alert.module + "] " + alert.message);
  for (const std::string_view level : kLevels) {
    const auto count = std::ranges::count(told.alerts, level, &MvtAlert::level);
    info(std::to_string(count) + " " + std::string(level) + " alerts");
  }
}

Result<void> MvtConsole::write_log(const std::filesystem::path& output) const {
  return write_private(output / "command.log", log_);
}

}  // namespace bridle
