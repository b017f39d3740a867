package io.goldenpath;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Version of the monitor, from the build's own file. */
final class MonitorVersion {

  private static final String FILE = "/META-INF/build-info.properties";

  private MonitorVersion() {}

  static String current() {
    Properties build = new Properties();
    try (InputStream file = MonitorVersion.class.getResourceAsStream(FILE)) {
      if (file != null) {
        build.load(file);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return build.getProperty("build.version", "development");
  }

  static String userAgent() {
    return "golden-path-monitor/" + current();
  }
}
