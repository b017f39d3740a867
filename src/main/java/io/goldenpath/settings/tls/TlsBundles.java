package io.goldenpath.settings.tls;

import io.goldenpath.settings.mistakes.Mistakes;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.mistakes.SpellingSuggestion;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ssl.JksSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.context.properties.bind.Binder;

/** The bundles under {@code spring.ssl.bundle}; those that targets name are read. */
public final class TlsBundles {

  private final SettingKey pemKey;
  private final SettingKey jksKey;
  private final BundleKeys keys;
  private final Map<String, PemSslBundleProperties> pem;
  private final Map<String, JksSslBundleProperties> jks;
  private final Map<String, TlsBundle> read = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private final Set<Path> files = new HashSet<>();

  private TlsBundles(SettingKey at, Binder binder) {
    this.pemKey = at.child("pem");
    this.jksKey = at.child("jks");
    this.keys = new BundleKeys(binder);
    this.pem = keys.all(pemKey, PemSslBundleProperties.class);
    this.jks = keys.all(jksKey, JksSslBundleProperties.class);
  }

  public static TlsBundles of(Binder binder, Mistakes mistakes) {
    return new TlsBundles(new SettingKey("spring.ssl.bundle", mistakes), binder);
  }

  /** Reads this bundle, or adds a mistake; null stands for the JVM's own trust. */
  public void use(SettingKey reference, @Nullable String name) {
    if (name == null) {
      return;
    }
    boolean written = pemKey.child(name).isWritten() || jksKey.child(name).isWritten();
    if (!written) {
      reference.wrong(unknown(name));
    } else if (used.add(name)) {
      read(name);
    }
  }

  /** Those that are used, by name. */
  public Map<String, TlsBundle> read() {
    return Map.copyOf(read);
  }

  /** Files of all bundles that are used, also of those that could not be read. */
  public Set<Path> files() {
    return Set.copyOf(files);
  }

  private String unknown(String name) {
    Set<String> known = new TreeSet<>(pem.keySet());
    known.addAll(jks.keySet());
    return known.isEmpty()
        ? "there is no SSL bundle '%s'; expected it under spring.ssl.bundle.pem or .jks"
            .formatted(name)
        : SpellingSuggestion.unknown("SSL bundle", name, known);
  }

  private void read(String name) {
    keys.reportUnknown(pemKey.child(name), PemSslBundleProperties.class);
    keys.reportUnknown(jksKey.child(name), JksSslBundleProperties.class);
    if (pem.containsKey(name) && jks.containsKey(name)) {
      jksKey.child(name).wrong("there is a bundle of this name under pem as well");
    }
    Optional.ofNullable(pem.get(name)).ifPresent(bundle -> readPem(name, bundle));
    Optional.ofNullable(jks.get(name)).ifPresent(bundle -> readJks(name, bundle));
  }

  private void readPem(String name, PemSslBundleProperties bundle) {
    Stream.of(bundle.getKeystore(), bundle.getTruststore())
        .flatMap(store ->
            Stream.of(
                StoreFile.path(store.getCertificate()), StoreFile.path(store.getPrivateKey())))
        .flatMap(Optional::stream)
        .forEach(files::add);
    new BundleReader(pemKey.child(name)).read(bundle).ifPresent(usable -> read.put(name, usable));
  }

  private void readJks(String name, JksSslBundleProperties bundle) {
    Stream.of(bundle.getKeystore(), bundle.getTruststore())
        .map(store -> StoreFile.path(store.getLocation()))
        .flatMap(Optional::stream)
        .forEach(files::add);
    new BundleReader(jksKey.child(name)).read(bundle).ifPresent(usable -> read.put(name, usable));
  }
}
