package io.goldenpath.settings.tls;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.core.io.Resource;
import org.springframework.util.StringUtils;

/** Files that SSL bundles name. */
final class StoreFile {

  private StoreFile() {}

  /** The file of this location; empty where it is none, as of PEM that is written out. */
  static Optional<Path> path(@Nullable String location) {
    if (!StringUtils.hasText(location) || PemContent.isPresentInText(location)) {
      return Optional.empty();
    }
    try {
      Resource resource = ApplicationResourceLoader.get().getResource(location);
      return resource.isFile() ? Optional.of(resource.getFile().toPath()) : Optional.empty();
    } catch (IOException | RuntimeException _) {
      return Optional.empty();
    }
  }

  /** Whether nothing could be read at a location, whatever would have been there. */
  static boolean isUnreadable(Throwable failure) {
    return causes(failure)
        .anyMatch(cause ->
            cause instanceof FileNotFoundException
                || cause instanceof FileSystemException
                || "Is a directory".equals(cause.getMessage()));
  }

  static boolean isCausedBy(Class<? extends Exception> type, Throwable failure) {
    return causes(failure).anyMatch(type::isInstance);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
