package io.goldenpath.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.target.HostName;
import io.goldenpath.web.Chromium;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Names of hosts, mapped by the monitor and by Chromium, which is right. */
class HostNameAgreementIT {

  private static final String MAPS =
      """
      names => names.map(name => {
        try {
          return new URL('http://' + name + '/').hostname;
        } catch (wrong) {
          return 'refused';
        }
      })
      """;

  private static final List<String> NAMES =
      List.of(
          "straße.example",
          "STRAẞE.example",
          "faß.de",
          "ß",
          "βόλος.com",
          "ΒΌΛΟΣ.com",
          "ΣΑΣ.com",
          "σας.com",
          "ｅｘａｍｐｌｅ.com",
          "ＥＸＡＭＰＬＥ．ＣＯＭ",
          "bücher。example",
          "bücher．example",
          "bücher｡example",
          "bücher.example.",
          "BÜCHER.Example",
          "日本語。ＪＰ",
          "чат.example",
          "💩.la",
          "☃.net",
          "①.example",
          "Ⅷ.example",
          "㎏.example",
          "ﬁ.example",
          "ⓐ.example",
          "￥.example",
          "𝒜.example",
          "ı.example",
          "İ.example",
          "ſ.example",
          "a≠b.example",
          "≠.example",
          "ü_b.example",
          "_ü.example",
          "ü-.example",
          "-ü.example",
          "üb--cd.example",
          "ü!.example",
          "ü+ö.example",
          "a_b.example",
          "a-.example",
          "-a.example",
          "ab--cd.example",
          "a!b.example",
          "a~b.example",
          "XN--FA-HIA.de",
          "xn--strae-oqa.example",
          "xn--BCHER-kva.example",
          "xn--a.example",
          "xn--zz.example",
          "xn--",
          "xn--zz.ü.example",
          "xn--bcher-kva.ü.example",
          "xn--a.ü",
          "a\u00ADb.example",
          "a\u200Bb.example",
          "a\u2060b.example",
          "a\u200Db.example",
          "\u0915\u094D\u200D\u0937.example",
          "\u200C.example",
          "\u0301a.example",
          "e\u0301.example",
          "\u05D0\u05D1.example",
          "\u05D0\u05D1a.example",
          "1\u05D0.example",
          "\u05D01.example",
          "\u0661\u0660.example",
          "a\u0660.example",
          "\u0640a.example",
          "\u0627\u0661.example",
          "\u2488com",
          "a\u2024b.example",
          "\uDB40\uDC01.example",
          "\u2260.com",
          "ö\u2100.example",
          "１２７.0.0.1",
          "EXAMPLE.com",
          "Example.Com.");

  @Test
  void chromiumMapsTheSameNamesToTheSame() {
    Map<String, String> inChromium;
    try (Chromium chromium = Chromium.open()) {
      List<?> mapped = (List<?>) chromium.stranger().evaluate(MAPS, NAMES);
      inChromium =
          NAMES.stream()
              .collect(
                  Collectors.toMap(
                      name -> name, name -> String.valueOf(mapped.get(NAMES.indexOf(name)))));
    }

    assertThat(NAMES)
        .allSatisfy(name -> assertThat(mapped(name)).as(name).isEqualTo(inChromium.get(name)));
    assertThat(inChromium.values()).filteredOn("refused"::equals).hasSizeGreaterThan(5);
  }

  private static String mapped(String name) {
    try {
      return HostName.toAscii(name);
    } catch (IllegalArgumentException _) {
      return "refused";
    }
  }
}
