#include <string.h>

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "paper-fixture.h"

/* Papers as .docx: that the parts are what the standard wants, and hold what the paper does. */

/* In which order the standard (ECMA-376 part 1, transitional) wants what is in these elements; what
 * is not named here is not written. */
static const struct
{
  const char *element;
  const char *order;
} orders[] = {
  { "pPr", " pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs snapToGrid "
           "spacing ind jc outlineLvl rPr sectPr " },
  { "rPr", " rStyle rFonts b bCs color sz szCs u bdr shd lang " },
  { "tbl", " tblPr tblGrid tr " },
  { "tblPr", " tblW tblInd tblBorders tblLayout tblCellMar " },
  { "tblBorders", " top left bottom right insideH insideV " },
  { "tblCellMar", " top left bottom right " },
  { "tr", " trPr tc " },
  { "tcPr", " tcW gridSpan vMerge tcBorders shd tcMar vAlign " },
  { "tcBorders", " top left bottom right " },
  { "tcMar", " top left bottom right " },
  { "pBdr", " top left bottom right " },
  { "numPr", " ilvl numId " },
  { "sectPr", " headerReference footerReference type pgSz pgMar " },
  { "styles", " docDefaults style " },
  { "style", " name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr " },
  { "numbering", " abstractNum num " },
  { "abstractNum", " multiLevelType lvl " },
  { "lvl", " start numFmt lvlText lvlJc pPr " },
  { "num", " abstractNumId lvlOverride " },
  { "font", " altName charset family pitch " },
  { "settings", " zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol "
                "listSeparator " },
  { "inline", " extent effectExtent docPr cNvGraphicFramePr graphic " },
  { "pic", " nvPicPr blipFill spPr " },
};

static xmlDoc *
read_part (ReportFolder *folder, const char *name)
{
  g_autofree char *text = report_folder_load_part (folder, name);
  xmlDoc *part;

  g_assert_nonnull (text);
  part = xmlReadMemory (text, (int) strlen (text), name, NULL, XML_PARSE_NONET);
  g_assert_nonnull (part);

  return part;
}

/* How many nodes an XPath finds; prefixes are those of the file, and "rel" that of relations. */
static int
count_nodes (xmlDoc *part, const char *path)
{
  static const char *const spaces[][2] = {
    { "w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main" },
    { "r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships" },
    { "wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" },
    { "a", "http://schemas.openxmlformats.org/drawingml/2006/main" },
    { "rel", "http://schemas.openxmlformats.org/package/2006/relationships" },
  };
  xmlXPathContext *context = xmlXPathNewContext (part);
  xmlXPathObject *found;
  int n;

  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    xmlXPathRegisterNs (context, BAD_CAST spaces[i][0], BAD_CAST spaces[i][1]);
  found = xmlXPathEvalExpression (BAD_CAST path, context);
  g_assert_nonnull (found);
  n = found->nodesetval == NULL ? 0 : found->nodesetval->nodeNr;
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);

  return n;
}

static void
check_order (xmlNode *parent, const char *order)
{
  const char *last = order;

  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      g_autofree char *word = g_strdup_printf (" %s ", (const char *) child->name);
      const char *at = strstr (order, word);

      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (at == NULL || at < last)
        g_error ("%s may not stand there in %s", (const char *) child->name,
                 (const char *) parent->name);
      last = at;
    }
}

/* Order, and that each cell ends with a paragraph and no two tables touch. */
static void
check_elements (xmlNode *node)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
        if (xmlStrEqual (node->name, BAD_CAST orders[i].element))
          check_order (node, orders[i].order);
      if (xmlStrEqual (node->name, BAD_CAST "tc"))
        g_assert_cmpstr ((const char *) node->last->name, ==, "p");
      if (xmlStrEqual (node->name, BAD_CAST "tbl"))
        g_assert_cmpstr ((const char *) node->next->name, ==, "p");
      check_elements (node->children);
    }
}

/* What every such file has to be, whatever the paper. */
static void
assert_sound (ReportFolder *folder)
{
  static const char *const names[] = {
    "word/document.xml",  "word/styles.xml",  "word/numbering.xml",  "word/settings.xml",
    "word/fontTable.xml", "word/header1.xml", "word/footer1.xml",    "docProps/core.xml",
    "docProps/app.xml",   "_rels/.rels",      "[Content_Types].xml", "word/_rels/document.xml.rels"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      xmlDoc *part = read_part (folder, names[i]);

      check_elements (xmlDocGetRootElement (part));
      xmlFreeDoc (part);
    }
}

static void
test_parts_are_in_order (ReportFolder *folder, gconstpointer data)
{
  g_autoptr (TagaPaper) paper = paper_fixture_create ();
  g_autoptr (TagaPaper) empty = taga_paper_new ("Empty", NULL, "2026-11-22", NULL);

  paper_fixture_write_whole (folder, paper);
  assert_sound (folder);
  paper_fixture_write_whole (folder, empty);
  assert_sound (folder);
}

static void
test_holds_what_the_paper_does (ReportFolder *folder, gconstpointer data)
{
  static const struct
  {
    const char *path;
    int n;
  } expected[] = {
    { "//w:pStyle[@w:val='Heading1']", 1 },
    { "//w:pStyle[@w:val='Heading2']", 1 },
    { "//w:pStyle[@w:val='ListBullet']", 1 },
    { "//w:p[.//w:numId[@w:val='2']]", 2 },
    { "//w:p[.//w:numId[@w:val='3'] and .//w:t='One again']", 1 },
    { "//w:tr[.//w:tblHeader and .//w:t='Number']", 1 },
    { "//w:tr[not(w:trPr/w:cantSplit)]", 0 },
    { "//w:gridSpan[@w:val='2']", 1 },
    { "//w:p[.//w:jc[@w:val='right'] and .//w:t='1,000']", 1 },
    { "//w:tc/w:p/w:r/w:t[.='承認' or .='作成']", 2 },
    { "//w:vMerge", 2 },
    { "//w:t[contains(., '01 背景')]", 1 },
    { "//w:t[.='→']", 2 },
    { "//w:r[w:rPr/w:shd and contains(w:t, '✓') and contains(w:t, '教育')]", 1 },
    { "//w:r[w:rPr/w:bdr and not(w:rPr/w:shd) and contains(w:t, 'バックアップ')]", 1 },
    { "//w:r[w:rPr/w:bdr and contains(w:t, '解決')]", 1 },
    { "//w:t[contains(., '☐') and contains(., 'はい')]", 1 },
    { "//w:t[contains(., '☑') and contains(., 'いいえ')]", 1 },
    { "//w:hyperlink", 1 },
    { "//w:t[.='Nowhere']", 1 },
    { "//wp:docPr[contains(@descr, 'Axis')]", 1 },
    { "//w:sectPr", 2 },
    { "//w:sectPr/w:pgSz[@w:w='11906' and @w:h='16838' and not(@w:orient)]", 1 },
    { "//w:sectPr/w:pgSz[@w:w='23811' and @w:h='16838' and @w:orient='landscape']", 1 },
    { "//w:pageBreakBefore", 1 },
  };
  g_autoptr (TagaPaper) paper = paper_fixture_create ();
  xmlDoc *part;

  paper_fixture_write_whole (folder, paper);
  part = read_part (folder, "word/document.xml");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i].path);
      g_assert_cmpint (count_nodes (part, expected[i].path), ==, expected[i].n);
    }
  xmlFreeDoc (part);

  part = read_part (folder, "word/numbering.xml");
  g_assert_cmpint (count_nodes (part, "//w:num"), ==, 3);
  xmlFreeDoc (part);
  part = read_part (folder, "word/styles.xml");
  g_assert_cmpint (count_nodes (part, "//w:lang[@w:eastAsia='ja-JP']"), ==, 1);
  g_assert_cmpint (count_nodes (part, "//w:rFonts[@w:eastAsia='Yu Gothic']"), ==, 1);
  g_assert_cmpint (count_nodes (part, "//w:style[w:name/@w:val='heading 1']//w:outlineLvl"), ==, 1);
  xmlFreeDoc (part);
  part = read_part (folder, "word/footer2.xml");
  g_assert_cmpint (count_nodes (part, "//w:fldSimple"), ==, 2);
  xmlFreeDoc (part);
  part = read_part (folder, "word/header1.xml");
  g_assert_cmpint (count_nodes (part, "//w:t[contains(., 'IS-03')]"), ==, 1);
  g_assert_cmpint (count_nodes (part, "//w:t[contains(., '社外秘')]"), ==, 1);
  xmlFreeDoc (part);
}

/* All that the text leads to is there, and every style that it names. */
static void
test_leads_only_to_what_is_there (ReportFolder *folder, gconstpointer data)
{
  g_autoptr (TagaPaper) paper = paper_fixture_create ();
  xmlDoc *text, *relations, *styles;
  xmlNode *node;
  guint n_targets = 0, n_styles = 0;

  paper_fixture_write_whole (folder, paper);
  text = read_part (folder, "word/document.xml");
  relations = read_part (folder, "word/_rels/document.xml.rels");
  styles = read_part (folder, "word/styles.xml");

  for (node = xmlDocGetRootElement (relations)->children; node != NULL; node = node->next)
    {
      g_autofree char *target = (char *) xmlGetProp (node, BAD_CAST "Target");
      g_autofree char *mode = (char *) xmlGetProp (node, BAD_CAST "TargetMode");
      g_autofree char *id = (char *) xmlGetProp (node, BAD_CAST "Id");
      g_autofree char *same = g_strdup_printf ("//*[@Id='%s']", id);
      g_autofree char *name = g_strconcat ("word/", target, NULL);
      g_autofree char *part = mode == NULL ? report_folder_load_part (folder, name) : NULL;

      g_assert_cmpint (count_nodes (relations, same), ==, 1);
      if (mode == NULL)
        g_assert_nonnull (part);
      else
        g_assert_cmpstr (target, ==, "https://www.ipa.go.jp/?a=1&b=2");
      n_targets++;
    }
  g_assert_cmpuint (n_targets, ==, 10);
  g_assert_cmpint (count_nodes (text, "//@r:id | //@r:embed"), ==, 6);

  for (node = xmlDocGetRootElement (styles)->children; node != NULL; node = node->next)
    {
      g_autofree char *id = (char *) xmlGetProp (node, BAD_CAST "styleId");
      g_autofree char *used = g_strdup_printf ("//w:pStyle[@w:val='%s']", id);

      n_styles += id == NULL ? 0 : (guint) count_nodes (text, used);
    }
  g_assert_cmpint (count_nodes (text, "//w:pStyle"), ==, (int) n_styles);

  xmlFreeDoc (text);
  xmlFreeDoc (relations);
  xmlFreeDoc (styles);
}

/* Whatever is in the texts, the parts can be read, and the text is there. */
static void
test_takes_any_text (ReportFolder *folder, gconstpointer data)
{
  static const char *const texts[] = {
    "]]></w:t><w:p>&amp;\"'",  "\x01\x02\x1F\x7F tab\there",
    "\xFF\xFE not UTF-8 \xC3", "עברית العربية",
    "👩‍💻😀",         "\xEF\xBF\xBE\xEF\xBF\xBF",
  };
  g_autofree char *endless = g_strnfill (100000, 'W');
  g_autoptr (TagaPaper) paper = taga_paper_new (texts[0], texts[1], "no day", texts[2]);
  xmlDoc *part;

  taga_paper_set_mark (paper, texts[0]);
  taga_paper_set_number (paper, texts[1]);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *const answers[] = { texts[i], NULL };

      taga_paper_add_heading (paper, 1, texts[i]);
      taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, texts[i]);
      taga_paper_add_pair (paper, texts[i], texts[i]);
      taga_paper_add_tagged (paper, texts[i], texts[i]);
      taga_paper_add_pills (paper, texts + i, NULL, 1);
      taga_paper_add_strip (paper, texts + i, 1);
      taga_paper_add_ticks (paper, texts[i], answers, 7, texts[i]);
      taga_paper_add_link (paper, texts[i], texts[i]);
    }
  taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, endless);
  paper_fixture_write_whole (folder, paper);
  assert_sound (folder);

  part = read_part (folder, "word/document.xml");
  g_assert_cmpint (count_nodes (part, "//w:p/w:r/w:t[.=\"]]></w:t><w:p>&amp;\"]"), ==, 0);
  g_assert_cmpint (count_nodes (part, "//w:t[starts-with(., ']]></w:t><w:p>&amp;')]"), >=, 5);
  g_assert_cmpint (count_nodes (part, "//w:t[.='עברית العربية']"), >=, 5);
  g_assert_cmpint (count_nodes (part, "//w:t[string-length(.)=100000]"), ==, 1);
  xmlFreeDoc (part);
}

/* What was left open, or has nothing in it, is written all the same. */
static void
test_ends_what_was_left_open (ReportFolder *folder, gconstpointer data)
{
  const double shares[] = { 1, 1, 1 };
  g_autoptr (TagaPaper) paper = taga_paper_new ("T", "C", "2026-11-22", "D");
  xmlDoc *part;

  taga_paper_begin_box (paper, TAGA_PAPER_FRAME);
  taga_paper_end_box (paper);
  taga_paper_begin_columns (paper, shares, 3);
  taga_paper_begin_box (paper, TAGA_PAPER_FRAME);
  taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, "Inside");
  paper_fixture_write_whole (folder, paper);
  assert_sound (folder);
  part = read_part (folder, "word/document.xml");
  g_assert_cmpint (count_nodes (part, "//w:tc[w:p/w:r/w:t='Inside']"), ==, 1);
  xmlFreeDoc (part);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/docx/" path, ReportFolder, NULL, report_folder_set_up, func,                       \
              report_folder_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("parts-are-in-order", test_parts_are_in_order);
  ADD ("holds-what-the-paper-does", test_holds_what_the_paper_does);
  ADD ("leads-only-to-what-is-there", test_leads_only_to_what_is_there);
  ADD ("takes-any-text", test_takes_any_text);
  ADD ("ends-what-was-left-open", test_ends_what_was_left_open);

  return g_test_run ();
}
