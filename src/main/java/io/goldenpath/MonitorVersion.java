package io.goldenpath;

import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Version of the monitor, from the build's own file. */
final class MonitorVersion {

  private MonitorVersion() {}

  static String current() {
    try {
      return ResourceBundle.getBundle("META-INF/build-info").getString("build.version");
    } catch (MissingResourceException _) {
      return "development";
    }
  }

  static String userAgent() {
    return "golden-path-monitor/" + current();
  }
}
