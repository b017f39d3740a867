package io.goldenpath.cli.recording;

import io.goldenpath.dialect.BundledDialects;
import io.goldenpath.inference.KnownDialect;
import io.goldenpath.inference.chat.Chat;
import io.goldenpath.inference.chat.RecordedFraming;
import io.goldenpath.settings.dialect.BundledDialectFiles;
import io.goldenpath.settings.dialect.Dialects;
import io.goldenpath.settings.mistakes.Mistakes;
import io.goldenpath.settings.mistakes.SettingKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the bundled dialect of a recorded chat of plain JSON. */
public final class BundledDialectMatch {

  private static final RecordedFraming PLAIN = new RecordedFraming.Json("none", false);

  private BundledDialectMatch() {}

  /** The first that sends what the page sent, and understands each message of the answer. */
  public static Optional<KnownDialect> of(Chat chat) {
    if (!chat.framing().equals(PLAIN) || chat.call() != null) {
      return Optional.empty();
    }
    SettingKey key = new SettingKey("goldenpath.dialects", new Mistakes(List.of()));
    Dialects dialects = new Dialects(key, Map.of());
    return BundledDialectFiles.about().keySet().stream()
        .filter(name -> new DialectTrial(dialects.of(key, name, null).dialect()).understands(chat))
        .findFirst()
        .map(BundledDialectMatch::known);
  }

  private static KnownDialect known(String name) {
    boolean described = !BundledDialects.BY_NAME.containsKey(name);
    return new KnownDialect(
        name,
        described ? name : "default",
        "bundled: it says what the page said, and understands each message of the answer");
  }
}
