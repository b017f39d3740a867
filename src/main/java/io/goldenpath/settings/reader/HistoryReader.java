package io.goldenpath.settings.reader;

import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.keys.HistoryProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;

/** Reads what the history keeps, and where. */
record HistoryReader(SettingKey root, Binder binder) {

  private static final String URL = "spring.datasource.url";

  HistorySettings read(HistoryProperties written, String folder) {
    SettingKey history = root.child("history");
    history.child("runs").positive(written.runs());
    history.child("aggregates").positive(written.aggregates());
    Duration transcripts = written.transcripts().period();
    if (transcripts != null
        && history.child("transcripts").positive(transcripts)
        && transcripts.compareTo(written.runs()) > 0) {
      history
          .child("transcripts")
          .wrong("must not be longer than runs: a transcript goes with its run");
    }
    return new HistorySettings(
        written.runs(),
        transcripts,
        written.size(),
        written.aggregates(),
        folder(folder),
        server());
  }

  private Path folder(String written) {
    try {
      return Path.of(written);
    } catch (InvalidPathException invalid) {
      root.child("data").wrong("is no path: %s", invalid.getReason());
      return Path.of("");
    }
  }

  private HistorySettings.@Nullable Server server() {
    Optional<String> url = text(URL);
    if (url.isPresent() && !url.get().startsWith("jdbc:postgresql:")) {
      root.mistakes()
          .add(
              URL,
              "must begin with jdbc:postgresql: or be left out, which keeps a file of its own");
    }
    return url.map(place ->
            new HistorySettings.Server(
                place,
                text("spring.datasource.username").orElse(""),
                Secret.of(text("spring.datasource.password").orElse(""))))
        .orElse(null);
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(binder.bind(key, String.class).orElse(null));
  }
}
