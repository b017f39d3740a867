package io.goldenpath.schedule;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Short ids of runs, fit for a URL; later ones sort after earlier ones. */
public final class RunIds {

  private static final int BASE = 36;
  private static final int RANDOM = BASE * BASE * BASE * BASE;

  private RunIds() {}

  public static String at(Instant now) {
    String random = Integer.toString(ThreadLocalRandom.current().nextInt(RANDOM), BASE);
    return Long.toString(now.toEpochMilli(), BASE) + "-" + "0".repeat(4 - random.length()) + random;
  }
}
