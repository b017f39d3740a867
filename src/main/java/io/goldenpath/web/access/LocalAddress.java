package io.goldenpath.web.access;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * An address of the monitor's own, to go to after a log-in.
 *
 * @param path From the first slash on.
 */
record LocalAddress(String path) {

  /** A second slash, or what browsers take for one, would begin another server's name. */
  private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[!-\\[\\]-~]{0,2000}");

  /** The status page where what is given is no address of the monitor's. */
  static LocalAddress of(String contextPath, @Nullable String given) {
    String start = contextPath + "/";
    return given != null && LOCAL.matcher(given).matches() && given.startsWith(start)
        ? new LocalAddress(given)
        : new LocalAddress(start);
  }

  /** The login page that leads here. */
  String login(String contextPath) {
    boolean status = path.equals(contextPath + "/");
    return contextPath
        + LoginController.PATH
        + (status ? "" : "?next=" + UriUtils.encode(path, StandardCharsets.UTF_8));
  }
}
