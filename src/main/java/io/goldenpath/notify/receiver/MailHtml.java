package io.goldenpath.notify.receiver;

import io.goldenpath.notify.message.NoticeText;
import org.springframework.web.util.HtmlUtils;

/** A message as HTML, in which nothing that others wrote is markup. */
final class MailHtml {

  private static final String STYLE = "font-family:sans-serif;font-size:15px;line-height:1.5";

  private MailHtml() {}

  static String of(NoticeText text) {
    StringBuilder html = new StringBuilder("<!doctype html><html lang=\"en\"><body style=\"");
    html.append(STYLE).append("\"><h1 style=\"font-size:18px\">");
    html.append(escaped(text.title())).append("</h1>");
    text.sentences().forEach(sentence -> element(html, "p", escaped(sentence)));
    html.append("<table>");
    for (NoticeText.Fact fact : text.facts()) {
      html.append("<tr><th align=\"left\" valign=\"top\" style=\"padding-right:12px\">")
          .append(escaped(fact.name()))
          .append("</th><td>")
          .append(escaped(fact.value()))
          .append("</td></tr>");
    }
    html.append("</table>");
    for (NoticeText.Link link : text.links()) {
      element(
          html,
          "p",
          "<a href=\"%s\">%s</a>".formatted(escaped(link.address()), escaped(link.name())));
    }
    return html.append("</body></html>").toString();
  }

  private static void element(StringBuilder html, String name, String content) {
    html.append('<').append(name).append('>').append(content);
    html.append("</").append(name).append('>');
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
