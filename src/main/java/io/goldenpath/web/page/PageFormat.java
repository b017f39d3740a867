package io.goldenpath.web.page;

import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as pages write them; one that is not of today comes with its date. */
public record PageFormat(Instant now) {

  /**
   * Time in UTC, which the page's script turns into local time.
   *
   * @param precision {@code minute} or {@code second}.
   */
  public record TimeView(String iso, String text, String precision) {

    /** Whether a reader cannot tell the two apart. */
    public boolean readsAs(TimeView other) {
      return text.equals(other.text);
    }
  }

  public TimeView minute(Instant at) {
    return new TimeView(iso(at), text(at, "HH:mm"), "minute");
  }

  public TimeView second(Instant at) {
    return new TimeView(iso(at), text(at, "HH:mm:ss"), "second");
  }

  public String duration(Duration time) {
    return DurationText.of(time);
  }

  private static String iso(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private String text(Instant at, String clock) {
    ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
    boolean today = utc.toLocalDate().equals(now.atZone(ZoneOffset.UTC).toLocalDate());
    String pattern = (today ? "" : "d MMM ") + clock + " 'UTC'";
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(utc);
  }
}
