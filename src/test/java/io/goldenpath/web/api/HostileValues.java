package io.goldenpath.web.api;

import java.util.List;

/** What somebody might send who means no good, or whose program is wrong. */
final class HostileValues {

  static final String LONG = "9".repeat(5_000);

  /** As a query or path holds them, so percent-encoded where it is. */
  static final List<String> TEXTS =
      List.of(
          "%00",
          "a%00b",
          "%ff",
          "%c0%af",
          "%ed%a0%80",
          "%e2%80%ae",
          "%0d%0aX-Evil:1",
          "%1b%5b2J",
          "",
          "%20",
          "..",
          "%27%20OR%201%3D1--",
          "%24%7Bjndi:ldap://x%7D",
          "%3Cscript%3E",
          "null",
          "undefined",
          "-1",
          "0",
          "1e9",
          "0x10",
          "1.5",
          "9223372036854775808",
          "%D9%A3",
          "true,false",
          "2026-13-45T99:99:99Z",
          "%2B999999999-12-31T23:59:59.999999999Z",
          "-999999999-01-01T00:00:00Z",
          "2026-11-24T12:00:00Z_%00",
          "_",
          "%25",
          "%7B%7D",
          "%5B%5D",
          LONG);

  /** Values of the wrong type for nearly all that is posted. */
  static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "7",
          "-1e400",
          "1e308",
          "9223372036854775808",
          "[]",
          "[\"agreed\"]",
          "{}",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"a\\u0000b\"",
          "\"\\u202e\"",
          "\"\\ud800\"",
          "\"" + LONG + "\"",
          "\"2026-13-45T99:99:99Z\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "\"9999-12-31T23:59:59Z\"",
          "\"1970-01-01T00:00:00Z\"",
          "\"javascript:alert(1)\"",
          "\"file:///etc/passwd\"",
          "\"http://\"",
          "\"../agreed\"",
          "\"AGREED\"");

  /** No JSON object of the kind that is expected. */
  static final List<String> BODIES =
      List.of(
          "",
          "null",
          "[]",
          "7",
          "\"x\"",
          "{",
          "{}",
          "{}{}",
          "{\"target\"",
          "nothing",
          "<xml/>",
          "{\"target\":\"agreed\"}",
          "{\"__proto__\":{}}",
          "[".repeat(5_000),
          "{\"a\":".repeat(5_000),
          "{\"" + LONG + "\":1}",
          "\u0000",
          "{'target':'agreed'}");

  private HostileValues() {}
}
