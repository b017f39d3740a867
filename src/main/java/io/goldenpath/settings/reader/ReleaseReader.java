package io.goldenpath.settings.reader;

import io.goldenpath.model.target.ReleaseSource;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.Template;
import io.goldenpath.settings.keys.ReleaseProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.request.CaptureReader;
import io.goldenpath.settings.request.RequestReader;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what tells the release of a target. */
record ReleaseReader(SettingKey at, RequestReader requests) {

  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** Null where nothing is written, and with a mistake. */
  @Nullable ReleaseSource read(ReleaseProperties written) {
    String header = written.header();
    Secret get = written.get();
    if (header != null && get == null) {
      return header(header, written.at());
    }
    if (get != null && header == null) {
      return reply(get, written.at());
    }
    at.wrongIfWritten("expected get, with its at, or header, and not both");
    return null;
  }

  private @Nullable ReleaseSource header(String name, @Nullable String pointer) {
    if (pointer != null) {
      at.child("at").wrong("belongs to get; a header is the release itself");
    }
    if (!HEADER_NAME.matcher(name).matches()) {
      at.child("header")
          .wrong("expected the name of a header such as X-Version, but found '%s'", name);
      return null;
    }
    return new ReleaseSource.Header(name);
  }

  private @Nullable ReleaseSource reply(Secret url, @Nullable String pointer) {
    SettingKey get = at.child("get");
    if (!Template.of(url.reveal()).variables().isEmpty()) {
      get.wrong("takes no variables: it is asked once for all users");
      return null;
    }
    if (pointer == null) {
      at.child("at").wrong("is missing; expected a JSON pointer to the release, such as /version");
      return null;
    }
    Secret absolute = requests.url(get, url);
    return Optional.ofNullable(CaptureReader.jsonPointer(at.child("at"), pointer))
        .map(valid -> new ReleaseSource.Reply(absolute, valid))
        .orElse(null);
  }
}
