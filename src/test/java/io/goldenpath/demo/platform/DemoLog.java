package io.goldenpath.demo.platform;

import io.goldenpath.demo.script.DemoActivity;
import io.goldenpath.demo.script.DemoActivity.Kind;
import io.goldenpath.demo.script.DemoUser;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What users have done on a platform, but for guests: the platform's warm-up is one. */
public final class DemoLog {

  private final List<DemoActivity> entries = new CopyOnWriteArrayList<>();

  private DemoLog() {}

  public static DemoLog of(DemoPlatform demo) {
    DemoLog log = new DemoLog();
    demo.listen(activity -> {
      if (!activity.user().equals(DemoUser.GUEST)) {
        log.entries.add(activity);
      }
    });
    return log;
  }

  public List<DemoActivity> entries() {
    return List.copyOf(entries);
  }

  /** Oldest first. */
  public List<String> details(Kind kind, String user) {
    return entries.stream()
        .filter(entry -> entry.kind() == kind && entry.user().equals(user))
        .map(DemoActivity::detail)
        .toList();
  }
}
