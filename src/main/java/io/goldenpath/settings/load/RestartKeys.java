package io.goldenpath.settings.load;

import io.goldenpath.settings.reader.Settings;
import io.goldenpath.settings.service.AccessSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Keys that are read at a start alone, so that a change of them waits for a restart. */
public final class RestartKeys {

  private RestartKeys() {}

  /** Those of which the settings say something else than the active ones. */
  public static List<String> changed(Settings active, Settings changed) {
    List<String> keys = new ArrayList<>();
    if (!active.location().equals(changed.location())) {
      keys.add("goldenpath.location");
    }
    if (!active.metrics().equals(changed.metrics())) {
      keys.add("goldenpath.metrics");
    }
    if (!kept(active).equals(kept(changed))) {
      keys.add("goldenpath.history");
    }
    if (!active.history().folder().equals(changed.history().folder())) {
      keys.add("goldenpath.data");
    }
    if (!Objects.equals(active.history().server(), changed.history().server())) {
      keys.add("spring.datasource");
    }
    if (active.access().users().isEmpty() != changed.access().users().isEmpty()) {
      keys.add("goldenpath.access.users");
    }
    if (!Objects.equals(active.access().oidc(), changed.access().oidc())) {
      keys.add("goldenpath.access.oidc");
    }
    return keys;
  }

  /** Whether nothing else differs. */
  public static boolean areAllThatChanged(Settings active, Settings changed) {
    return !active.equals(changed) && active.equals(withThoseOf(active, changed));
  }

  private static List<Object> kept(Settings settings) {
    return Arrays.asList(
        settings.history().runs(),
        settings.history().transcripts(),
        settings.history().size(),
        settings.history().aggregates());
  }

  /** Who there is among users is read at each request, but not whether anybody signs in at all. */
  private static AccessSettings appliedAccess(AccessSettings active, AccessSettings changed) {
    boolean same = active.users().isEmpty() == changed.users().isEmpty();
    return new AccessSettings(
        changed.token(),
        same ? changed.users() : active.users(),
        active.oidc(),
        changed.metricsOpen());
  }

  private static Settings withThoseOf(Settings active, Settings changed) {
    return new Settings(
        active.location(),
        changed.setups(),
        changed.demo(),
        appliedAccess(active.access(), changed.access()),
        changed.tlsBundles(),
        changed.files(),
        active.history(),
        active.metrics(),
        changed.links(),
        changed.telling(),
        changed.warnings());
  }
}
