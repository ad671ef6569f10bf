#include "format/pdf.h"

#include <gtest/gtest.h>

#include <string>

#include "base/text.h"
#include "format/jbig2_builder.h"
#include "format/pdf_survey.h"

namespace bridle {
namespace {

// The text must outlive what is read of it.
Pdf read(const std::string& text) {
  auto pdf = Pdf::read(as_bytes(text));
  EXPECT_TRUE(pdf) << pdf.error().what;
  return std::move(*pdf);
}

std::string object(int number, const std::string& value) {
  return std::to_string(number) + " 0 obj\n" + value + "\nendobj\n";
}

std::string stream(const std::string& entries, const std::string& data) {
  return "<< " + entries + " >>\nstream\n" + data + "\nendstream";
}

const std::string kHead = "%PDF-1.7\n", kEnd = "trailer << /Root 1 0 R >>\n%%EOF\n";

std::string data_of(const Pdf& pdf, std::uint64_t number) {
  const PdfObject* const o = pdf.find(number);
  return o && o->stream ? std::string(as_text(*o->stream)) : "none";
}

TEST(Pdf, ObjectsWithoutAnyList) {
  const std::string text = kHead + object(1, "<< /Type /Catalog /Pages 2 0 R >>") +
                           "2 0 obj<</Type/Pages>>endobj 3 0 obj [1 2 0 R (endobj)] endobj " + kEnd;
  const Pdf pdf = read(text);
  ASSERT_EQ(pdf.objects().size(), 3U);
  EXPECT_EQ(pdf.objects()[2].value, "[1 2 0 R (endobj)]");
  EXPECT_EQ(pdf.follow("2 0 R"), "<</Type/Pages>>");
  EXPECT_EQ(pdf.follow("9 0 R"), "");
  EXPECT_FALSE(pdf.lost());
  EXPECT_FALSE(pdf.encrypted());
}

TEST(Pdf, LengthsOfStreams) {
  const std::string inner = "a endstream b";
  const std::string text =
      kHead + object(1, stream("/Length 4", "data")) + object(2, stream("/Length 999", "wrong")) +
      object(3, stream("/Length 13", inner)) + object(4, stream("/Length 5 0 R", inner)) +
      object(5, "13") + object(6, stream("", "none stated")) + kEnd;
  const Pdf pdf = read(text);
  EXPECT_EQ(data_of(pdf, 1), "data");
  EXPECT_EQ(data_of(pdf, 2), "wrong");
  EXPECT_EQ(data_of(pdf, 3), inner);
  EXPECT_EQ(data_of(pdf, 4), inner);
  EXPECT_EQ(data_of(pdf, 6), "none stated");
  EXPECT_EQ(pdf.scan().wrong_lengths, 1U);
}

// What a stream's true length covers is looked into all the same: a viewer may come there by a
// list.
TEST(Pdf, ObjectsInsideOfStreams) {
  const std::string inner = "x endstream 2 0 obj << /Inner true >> endobj y";
  const std::string text = kHead + object(2, "<< /Outer true >>") +
                           object(1, stream("/Length " + std::to_string(inner.size()), inner)) +
                           kEnd;
  const Pdf pdf = read(text);
  EXPECT_EQ(pdf.objects().size(), 3U);
  EXPECT_EQ(pdf.follow("2 0 R"), "<< /Outer true >>");
}

TEST(Pdf, LaterStatesCount) {
  const std::string text =
      kHead + object(1, "(old)") + kEnd + object(1, "(new)") + "startxref 9 %%EOF";
  EXPECT_EQ(read(text).follow("1 0 R"), "(new)");
}

// An object that no search finds, for it stands in a text; a list of words names its place.
TEST(Pdf, ObjectsThatListsName) {
  const std::string hidden = "2 0 obj << /Hidden 1 >> endobj";
  std::string text = kHead + "1 0 obj (" + hidden + ") endobj\n";
  const auto place = std::to_string(text.find(hidden));
  const auto list = std::to_string(text.size());
  text += "xref\n2 1\n" + std::string(10 - place.size(), '0') + place + " 00000 n \n" +
          "trailer << /Encrypt 3 0 R >>\nstartxref\n" + list + "\n%%EOF";
  const Pdf pdf = read(text);
  EXPECT_EQ(pdf.follow("2 0 R"), "<< /Hidden 1 >>");
  EXPECT_TRUE(pdf.encrypted());
}

TEST(Pdf, PackedObjectsAndStreamsOfPlaces) {
  const std::string packed = "7 0 8 10 << /A 1 >>[8]";
  std::string text = kHead + object(4, stream("/Type /Obj#53tm /N 2 /First 9 /Length 22", packed));
  const auto list = std::to_string(text.size());
  // Widths 1, 2, 1; object 4 at byte 9.
  text +=
      object(5, stream("/Type /XRef /W [1 2 1] /Filter /ASCIIHexDecode /Length 9", "01000900>")) +
      "startxref " + list + " %%EOF";
  const Pdf pdf = read(text);
  EXPECT_FALSE(pdf.lost()) << pdf.lost()->what;
  ASSERT_EQ(pdf.objects().size(), 4U);
  EXPECT_EQ(pdf.follow("7 0 R"), "<< /A 1 >>");
  EXPECT_EQ(pdf.follow("8 0 R"), "[8]");
  EXPECT_TRUE(pdf.find(8)->packed);
}

TEST(Pdf, WhatIsLostIsSaid) {
  EXPECT_STREQ(read(kHead + object(1, "1")).lost()->what, "the PDF has no end");
  const std::string packed =
      kHead + object(1, stream("/Type /ObjStm /N 9 /First 4", "7 0 (a)")) + kEnd;
  EXPECT_STREQ(read(packed).lost()->what, "a stream of objects breaks off");
  EXPECT_FALSE(Pdf::read(as_bytes("GIF89a")));
  // Viewers pass over what stands in front.
  EXPECT_EQ(read("GIF89a" + kHead + object(1, "(a)") + kEnd).follow("1 0 R"), "(a)");
}

TEST(Pdf, EndsInTimeWhateverItIsMadeOf) {
  for (const char* part : {"1 0 obj (", "1 0 obj <<", "1 0 obj [", "<", "(", "1 0 obj<<>>stream ",
                           "1 0 obj<</Type/ObjStm/N 9999/First 1>>stream 1 0 endstream ", "<<[",
                           "xref 1 1 n trailer <</Prev 9>> startxref 9 ", "%PDF-1.7 1 0 obj"}) {
    std::string text = kHead;
    while (text.size() < 400'000) text += part;
    const Pdf pdf = read(text);
    (void)pdf_survey(pdf);
    (void)pdf_pictures(pdf);
  }
}

TEST(PdfSurvey, CountsWhatActs) {
  const std::string text =
      kHead + object(1, "<< /Type /Catalog /OpenAction << /S /JavaScript /J#53 (app) >> >>") +
      object(2, "<< /Type /Page /AA << /O << /S /Launch >> >> >>") +
      object(3, stream("/Type /EmbeddedFile /Filter [/AHx /Fl]", "00")) +
      object(4, "<< /XFA 5 0 R >>") + "trailer << >> startxref 0 %%EOF\n\nbehind";
  const PdfSurvey found = pdf_survey(read(text));
  EXPECT_EQ(found.objects, 4U);
  EXPECT_EQ(found.streams, 1U);
  EXPECT_EQ(found.pages, 1U);
  EXPECT_EQ(found.scripts, 1U);
  EXPECT_EQ(found.opens, 2U);
  EXPECT_EQ(found.launches, 1U);
  EXPECT_EQ(found.embedded, 1U);
  EXPECT_EQ(found.forms, 1U);
  EXPECT_EQ(found.ends, 1U);
  EXPECT_EQ(found.behind, 6U);
  EXPECT_EQ(found.filters.at("AHx"), 1U);
}

// The picture's segments stand behind another filter, the shared ones in a stream of their own.
TEST(PdfSurvey, PicturesInJbig2) {
  const std::string shared = jbig2_segment(0, 0, {}, jbig2_dictionary(5, 5));
  const std::string own = jbig2_segment(1, 6, {0, 0}, "text");
  const std::string text = kHead +
                           object(1, stream("/Length " + std::to_string(shared.size()), shared)) +
                           object(2, stream("/Filter [/ASCIIHexDecode /JBIG2Decode] /DecodeParms "
                                            "[null << /JBIG2Globals 1 0 R >>]",
                                            hex(as_bytes(own)) + ">")) +
                           kEnd;
  const PdfPictures found = pdf_pictures(read(text));
  EXPECT_EQ(found.count, 1U);
  EXPECT_EQ(found.in, 2U);
  EXPECT_EQ(found.jbig2.segments, 2U);
  EXPECT_EQ(found.jbig2.most_symbols, 10U);
  EXPECT_FALSE(found.jbig2.lost);
}

TEST(PdfSurvey, FilesOfFonts) {
  const std::string text = kHead + object(1, "<< /FontDescriptor << /FontFile2 2 0 R >> >>") +
                           object(2, stream("/Filter /ASCIIHexDecode", "48 69>")) +
                           object(3, stream("", "other")) + kEnd;
  std::string told;
  EXPECT_FALSE(each_pdf_font(read(text), [&](const PdfObject& o, const PdfUnpacked& font) {
    told += std::to_string(o.number) + " " + font.bytes;
  }));
  EXPECT_EQ(told, "2 Hi");
}

}  // namespace
}  // namespace bridle
