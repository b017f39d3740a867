package io.goldenpath.demo.script;

import java.util.UUID;

/** Ids that the events of one run carry. */
public record DemoRunIds(String user, String thread, String run) {

  public static DemoRunIds fresh(String user) {
    return new DemoRunIds(user, unique("thread"), unique("run"));
  }

  public DemoRunIds withThread(String other) {
    return new DemoRunIds(user, other, run);
  }

  public static String unique(String prefix) {
    return prefix + "_" + UUID.randomUUID().toString().replace("-", "");
  }
}
