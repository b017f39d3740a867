package io.goldenpath.settings.tls;

import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.mistakes.SpellingSuggestion;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;

/** Looks for keys of a bundle that Spring does not know, and would leave out without a word. */
record BundleKeys(Binder binder) {

  private static final Set<String> KNOWN =
      Set.of(
          "keystore",
          "truststore",
          "key",
          "options",
          "protocol",
          "certificate",
          "private-key",
          "private-key-password",
          "location",
          "password",
          "type",
          "provider",
          "alias",
          "ciphers",
          "enabled-protocols",
          "reload-on-update",
          "verify-keys");

  /** Bundles of one kind by name; none where they cannot be read at all, which is a mistake. */
  <T> Map<String, T> all(SettingKey kind, Class<T> type) {
    try {
      return binder.bind(kind.path(), Bindable.mapOf(String.class, type)).orElse(Map.of());
    } catch (BindException _) {
      // the binder's handler has said what is wrong
      return Map.of();
    }
  }

  /** Adds a mistake for each key beneath this one that no bundle has. */
  void reportUnknown(SettingKey bundle, Class<?> type) {
    try {
      binder.bind(
          ConfigurationPropertyName.adapt(bundle.path(), '.'),
          Bindable.of(type),
          new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
    } catch (BindException failed) {
      // any other cause has been said already
      if (failed.getCause() instanceof UnboundConfigurationPropertiesException unbound) {
        unbound.getUnboundProperties().forEach(property -> report(property.getName(), bundle));
      }
    }
  }

  /** At the outermost part of the key that is unknown. */
  private static void report(ConfigurationPropertyName key, SettingKey bundle) {
    int parts = ConfigurationPropertyName.adapt(bundle.path(), '.').getNumberOfElements() + 1;
    while (parts < key.getNumberOfElements()
        && KNOWN.contains(key.getElement(parts - 1, Form.DASHED))) {
      parts++;
    }
    ConfigurationPropertyName name = key.chop(parts);
    String nearest =
        SpellingSuggestion.of(name.getLastElement(Form.DASHED), KNOWN)
            .map(near -> "; the nearest one is '" + near + "'")
            .orElse("");
    bundle.mistakes().unreadable(name.toString(), "there is no such key of a bundle" + nearest);
  }
}
