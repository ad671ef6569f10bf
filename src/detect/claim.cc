#include "detect/claim.h"

#include <utility>

#include "detect/android_programs.h"

namespace bridle {
namespace {

using enum IndicatorType;

bool is_host(IndicatorType t) {
  return t == domain || t == url || t == ip || t == cidr;
}
bool is_person(IndicatorType t) {
  return t == email || t == phone;
}
bool is_file_hash(IndicatorType t) {
  return t == md5 || t == sha1 || t == sha256;
}

// The start page of a site: what one opens by typing its name after reading about it. Links of
// attacks lead to a path of their own.
bool is_start_page(std::string_view value) {
  const auto scheme = value.find("://");
  const auto rest = scheme == std::string_view::npos ? value : value.substr(scheme + 3);
  const auto slash = rest.find_first_of("/?#");
  return slash == std::string_view::npos || rest.substr(slash) == "/";
}

Weight received(const Indicator& i) {
  if (is_file_hash(i.type))
    return {Class::delivered,
            Level::match,
            "a file known from attacks was sent to this phone",
            {"the file was forwarded for analysis, as journalists and helpdesks do"},
            "the file itself, and what ran after it arrived"};
  if (is_person(i.type))
    return {Class::targeted,
            Level::match,
            "an account known from attacks wrote to this phone",
            {"the address was reused by somebody else later"},
            "other accounts of the same campaign, or traces of a delivery after this time"};
  return {Class::targeted,
          Level::match,
          "a link known from attacks was sent to this phone",
          {"the message quotes a report about the attack", "the owner was sent it for analysis"},
          "who sent it, and whether it was opened: browser history and network traces after it"};
}

Weight visited(const Indicator& i, std::string_view value) {
  if (i.type != url && is_start_page(value))
    return {
        Class::context,
        Level::lead,
        "the start page of a known site was opened",
        {"the name was typed after reading about it: a link of an attack has a path of its own"},
        "a redirect to it, a message with it, or a process soon after"};
  return {Class::delivered,
          Level::match,
          "a page known from attacks was opened on this phone",
          {"the owner followed a link in a report or a list of indicators",
           "a researcher opened it on purpose"},
          "how the browser came there, and processes with network use soon after"};
}

Weight contacted() {
  return {Class::delivered,
          Level::match,
          "this phone's browser or an app talked to a known host",
          {"a page or a security tool loaded a list of indicators"},
          "the page that led there, and processes with network use soon after"};
}

Weight ran(const Indicator& i) {
  if (i.type == path || is_file_hash(i.type) || i.type == certificate)
    return {Class::executed,
            Level::match,
            "a program known from attacks ran on this phone",
            {"a forged trace: ask how the exhibit was made"},
            "a second artefact that names the same program, or its traffic"};
  if (is_host(i.type)) return contacted();
  return {Class::executed,
          Level::lead,
          "a process of this name ran on this phone",
          {"another program has, or was given, the same name"},
          "a second, independent artefact: a link, a path, a crash, a redirect before it"};
}

Weight stored(const Indicator& i) {
  if (i.type == IndicatorType::name)
    return {Class::executed,
            Level::lead,
            "a file of this name lies on this phone",
            {"ordinary files can have the same name"},
            "its content, or its full path"};
  if (is_host(i.type) || is_person(i.type))
    return {Class::context,
            Level::lead,
            "a file on this phone mentions it",
            {"a block list, a report or a note about attacks"},
            "what the file is and who made it"};
  return {Class::executed,
          Level::match,
          "a file known from attacks lies on this phone",
          {"a forged trace: ask how the exhibit was made"},
          "its content, and processes around the time it was made"};
}

Weight installed(const Indicator& i) {
  if (i.dual_use)
    return {Class::posture,
            Level::lead,
            "monitoring software that is sold openly is installed",
            {"the owner, a parent or an employer installed it knowingly"},
            "ask the owner who installed it, and whether they know what it reports"};
  if (i.type == app || i.type == process)
    return {Class::executed,
            Level::lead,
            "an app of this identifier is or was installed",
            {"another app has, or was given, the same identifier"},
            "the certificate that signed it, or its traffic"};
  if (is_host(i.type)) return contacted();
  return {Class::executed,
          Level::match,
          "an app known from attacks is or was installed",
          {"it was installed for analysis"},
          "its traffic and permissions"};
}

Weight configured(const Indicator& i) {
  if (i.type == property)
    return {Class::executed,
            Level::match,
            "a system property that an attack's implant sets is set on this phone",
            {"a forged trace: ask how the exhibit was made"},
            "files and processes of the same campaign"};
  if (i.type == process || i.type == app) return ran(i);
  return {Class::delivered,
          Level::match,
          "a setting or profile known from attacks is in force",
          {"a profile of an employer or a school that uses the same service"},
          "who installed it and when, and what it allows"};
}

Weight by_trace(Trace trace, const Indicator& i, std::string_view value) {
  switch (trace) {
    case Trace::received:
      return received(i);
    case Trace::visited:
      return visited(i, value);
    case Trace::contacted:  // who talked is a name, whom it talked to is not
      return by_name_alone(i.type) ? ran(i) : contacted();
    case Trace::looked_up:
      return {
          Class::targeted,
          Level::match,
          "the phone looked up an account known from attacks, as it does when one writes or calls",
          {"the address was reused by somebody else later"},
          "traces of a delivery, or new processes, within minutes after the look-up"};
    case Trace::ran:
      return ran(i);
    case Trace::stored:
      return stored(i);
    case Trace::installed:
      return installed(i);
    case Trace::configured:
      return configured(i);
    case Trace::known:
      break;
  }
  return {Class::context,
          Level::lead,
          "the owner keeps it among contacts or accounts",
          {"a source, a colleague or a note"},
          "messages or calls with it"};
}

}  // namespace

bool says_nothing(std::string_view artefact, Trace trace, const Indicator& indicator) {
  const bool address = indicator.type == ip || indicator.type == cidr;
  if (address && trace == Trace::contacted) return has(indicator, Caution::shared_host);
  return indicator.type == process && artefact.starts_with("android_") &&
         is_android_program(indicator.value);
}

bool by_name_alone(IndicatorType type) {
  return type == process || type == app || type == IndicatorType::name;
}

Weight weigh(Trace trace, const Indicator& indicator, std::string_view value) {
  Weight out = by_trace(trace, indicator, value);
  if (indicator.dual_use && trace != Trace::installed) {
    out.claim = trace == Trace::ran ? Class::posture : Class::context;
    out.level = Level::lead;
    out.benign.insert(out.benign.begin(), "it belongs to monitoring software that is sold openly");
  }
  if (indicator.vendor_site && trace != Trace::installed && trace != Trace::ran) {
    out.claim = Class::context;
    out.level = Level::lead;
    out.benign.insert(out.benign.begin(), "the page where it is sold: people read about it there");
  }
  const auto soften = [&](Caution c, const char* benign) {
    if (!has(indicator, c)) return;
    out.level = Level::lead;
    if (is_host(indicator.type)) out.claim = Class::context;
    out.benign.insert(out.benign.begin(), benign);
  };
  soften(Caution::shared_host, "many parties share this host or address");
  soften(Caution::popular, "the site is popular: most visits to it mean nothing");
  soften(Caution::compromised,
         "a legitimate site that was abused for a time: the owner was exposed if they came then");
  soften(Caution::generic_name, "ordinary files or programs have this name too");
  soften(Caution::public_key, "anybody can sign with this key");
  return out;
}

}  // namespace bridle
