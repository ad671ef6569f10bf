// CASE 1.5 on UCO: https://ontology.caseontology.org. Its validator refuses terms that the ontology
// does not have, ids that do not end in a UUID, and a hash method other than the plain "SHA256".
#include <string>
#include <vector>

#include "base/text.h"
#include "sink/export.h"
#include "sink/finding_words.h"
#include "sink/json.h"
#include "sink/observable.h"
#include "sink/private_file.h"
#include "sink/uuid.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

using Sort = Observable::Sort;

constexpr std::pair<std::string_view, std::string_view> kPrefixes[] = {
    {"case-investigation", "https://ontology.caseontology.org/case/investigation/"},
    {"kb", "urn:example:bridle/"},
    {"uco-action", "https://ontology.unifiedcyberontology.org/uco/action/"},
    {"uco-core", "https://ontology.unifiedcyberontology.org/uco/core/"},
    {"uco-observable", "https://ontology.unifiedcyberontology.org/uco/observable/"},
    {"uco-tool", "https://ontology.unifiedcyberontology.org/uco/tool/"},
    {"uco-types", "https://ontology.unifiedcyberontology.org/uco/types/"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"}};

// The class of an observable, its facet, and the facet's member that holds the value.
struct Term {
  std::string_view type, facet, member;
};

Term term_of(Sort sort) {
  switch (sort) {
    case Sort::url:
      return {"URL", "URLFacet", "fullValue"};
    case Sort::domain:
      return {"DomainName", "DomainNameFacet", "value"};
    case Sort::ip4:
      return {"IPv4Address", "IPv4AddressFacet", "addressValue"};
    case Sort::ip6:
      return {"IPv6Address", "IPv6AddressFacet", "addressValue"};
    case Sort::email:
      return {"EmailAddress", "EmailAddressFacet", "addressValue"};
    case Sort::phone:
      return {"PhoneAccount", "PhoneAccountFacet", "phoneNumber"};
    case Sort::account:
      return {"Account", "AccountFacet", "accountIdentifier"};
    case Sort::app:
      return {"Application", "ApplicationFacet", "applicationIdentifier"};
    case Sort::path:
      return {"File", "FileFacet", "filePath"};
    case Sort::file_name:
      return {"File", "FileFacet", "fileName"};
    default:
      return {"ObservableObject", "", ""};
  }
}

class Graph {
 public:
  explicit Graph(const SharedCase& shared) : shared_(shared) {}

  std::string take() {
    out_.begin_object();
    out_.key("@context");
    out_.begin_object();
    for (const auto& [prefix, iri] : kPrefixes) out_.member(prefix, iri);
    out_.end_object();
    out_.key("@graph");
    out_.begin_array();
    write_tool();
    for (std::size_t i = 0; i < shared_.outcome().exhibits.size(); ++i) write_exhibit(i);
    for (std::size_t i = 0; i < shared_.outcome().findings.size(); ++i) write_finding(i);
    write_results();
    write_action();
    write_investigation();
    write_bundle();
    out_.end_array();
    out_.end_object();
    return out_.take();
  }

 private:
  std::string id(std::string_view type, std::string_view what) const {
    return "kb:" + std::string(type) + "-" +
           uuid4_of(shared_.anchor() + "\ncase\n" + std::string(name(shared_.level())) + "\n" +
                    std::string(type) + "\n" + std::string(what));
  }

  // Opens an object of the graph, and remembers it for the bundle.
  std::string begin(std::string_view prefix, std::string_view type, std::string_view what) {
    std::string own = id(type, what);
    out_.begin_object();
    out_.member("@id", own);
    out_.member("@type", std::string(prefix) + ":" + std::string(type));
    all_.push_back(own);
    return own;
  }

  void begin_facet(std::string_view facet, std::string_view what) {
    out_.begin_object();
    out_.member("@id", id(facet, what));
    out_.member("@type", "uco-observable:" + std::string(facet));
  }

  void write_refs(std::string_view key, const std::vector<std::string>& ids) {
    if (ids.empty()) return;
    out_.key(key);
    out_.begin_array();
    for (const std::string& one : ids) {
      out_.begin_object();
      out_.member("@id", one);
      out_.end_object();
    }
    out_.end_array();
  }

  void typed(std::string_view key, std::string_view type, std::string_view value) {
    out_.key(key);
    out_.begin_object();
    out_.member("@type", "xsd:" + std::string(type));
    out_.member("@value", value);
    out_.end_object();
  }

  void write_hash(std::string_view what, std::string_view hex) {
    begin_facet("ContentDataFacet", what);
    out_.key("uco-observable:hash");
    out_.begin_array();
    out_.begin_object();
    out_.member("@id", id("Hash", what));
    out_.member("@type", "uco-types:Hash");
    const auto method = hash_algorithm(hex);
    out_.member("uco-types:hashMethod", method == "SHA-256" ? "SHA256"
                                        : method == "SHA-1" ? "SHA1"
                                                            : "MD5");
    typed("uco-types:hashValue", "hexBinary", hex);
    out_.end_object();
    out_.end_array();
    out_.end_object();
  }

  void write_tool() {
    tool_ = begin("uco-tool", "AnalyticTool", "bridle");
    out_.member("uco-core:name", "bridle");
    out_.member("uco-tool:version", shared_.outcome().version);
    out_.end_object();
  }

  void write_exhibit(std::size_t index) {
    const Received& exhibit = shared_.outcome().exhibits[index];
    const std::string number = exhibit_id(index);
    const std::string file = begin("uco-observable", "ObservableObject", number);
    out_.member("uco-core:description", exhibit.kind + " " + exhibit.device.model + " " +
                                            exhibit.device.os +
                                            "; the hash is that of its intake manifest, or of the "
                                            "file if it is one");
    if (hash_algorithm(exhibit.sha256) == "SHA-256") {
      out_.key("uco-core:hasFacet");
      out_.begin_array();
      write_hash(number, exhibit.sha256);
      out_.end_array();
    }
    out_.end_object();
    received_.push_back(begin("case-investigation", "ProvenanceRecord", number));
    out_.member("case-investigation:exhibitNumber", number);
    write_refs("uco-core:object", {file});
    out_.end_object();
  }

  std::string write_evidence(const Finding& f, const std::string& what) {
    std::string own = begin("uco-observable", "File", what);
    out_.key("uco-core:hasFacet");
    out_.begin_array();
    begin_facet("FileFacet", what);
    out_.member("uco-observable:filePath",
                f.locator.domain + (f.locator.domain.empty() ? "" : "/") + f.locator.path);
    out_.end_object();
    if (hash_algorithm(f.locator.sha256) == "SHA-256") write_hash(what, f.locator.sha256);
    out_.end_array();
    out_.end_object();
    return own;
  }

  std::string write_seen(const Observable& seen, const std::string& what) {
    const Term term = term_of(seen.sort);
    const bool hash = seen.sort == Sort::hash;
    std::string own = begin("uco-observable", hash ? "File" : term.type, what);
    if (term.facet.empty() && !hash) out_.member("uco-core:description", seen.value);
    if (!term.facet.empty() || hash) {
      out_.key("uco-core:hasFacet");
      out_.begin_array();
      if (hash) {
        write_hash(what, seen.value);
      } else {
        begin_facet(term.facet, what);
        out_.member("uco-observable:" + std::string(term.member), seen.value);
        out_.end_object();
      }
      out_.end_array();
    }
    out_.end_object();
    return own;
  }

  void write_finding(std::size_t index) {
    const Finding& f = shared_.outcome().findings[index];
    const std::string number = finding_id(index);
    const Observable seen = observable_of(f, SharedCase::kind_of(f));
    std::vector<std::string> about = {write_evidence(f, number + " file")};
    if (seen.sort != Sort::none) about.push_back(write_seen(seen, number + " value"));
    found_.push_back(begin("uco-core", "Annotation", number));
    out_.member("uco-core:name", number);
    write_refs("uco-core:object", about);
    out_.member("uco-core:statement", finding_words(f));
    out_.end_object();
  }

  void write_results() {
    result_ = begin("case-investigation", "ProvenanceRecord", "result");
    out_.member("uco-core:description", verdict_words(shared_));
    write_refs("uco-core:object", found_.empty() ? std::vector<std::string>{tool_} : found_);
    out_.end_object();
  }

  void write_action() {
    action_ = begin("case-investigation", "InvestigativeAction", "check");
    typed("uco-action:endTime", "dateTime", iso8601(shared_.checked()));
    write_refs("uco-action:instrument", {tool_});
    write_refs("uco-action:object", received_);
    write_refs("uco-action:result", {result_});
    out_.member("uco-core:name", "check");
    out_.end_object();
  }

  void write_investigation() {
    begin("case-investigation", "Investigation", "case");
    out_.member("uco-core:name", shared_.id());
    write_refs("uco-core:object", {action_});
    out_.end_object();
  }

  void write_bundle() {
    const std::vector<std::string> all = all_;
    begin("uco-core", "Bundle", "bundle");
    write_refs("uco-core:object", all);
    out_.end_object();
  }

  const SharedCase& shared_;
  Json out_;
  std::vector<std::string> all_, received_, found_;
  std::string tool_, result_, action_;
};

}  // namespace

Result<void> export_case(SharedCase& shared, const fs::path& output) {
  return write_private(output, Graph(shared).take());
}

}  // namespace bridle
