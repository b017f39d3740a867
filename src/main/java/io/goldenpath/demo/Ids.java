package io.goldenpath.demo;

import java.util.UUID;

/** What one run's events are known by. */
record Ids(String user, String thread, String run) {

  static Ids fresh(String user) {
    return new Ids(user, unique("thread"), unique("run"));
  }

  Ids withRun(String other) {
    return new Ids(user, thread, other);
  }

  Ids withThread(String other) {
    return new Ids(user, other, run);
  }

  static String unique(String prefix) {
    return prefix + "_" + UUID.randomUUID().toString().replace("-", "");
  }
}
