package io.goldenpath.settings.service;

import io.goldenpath.model.target.Template;
import io.goldenpath.settings.keys.LinksProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Reads what a run's page links to. */
public record LinksReader(SettingKey at) {

  private static final Set<String> WEB = Set.of("http", "https");

  /** Empty where nothing is written, and with a mistake. */
  public Optional<String> trace(LinksProperties written) {
    String address = written.trace();
    if (address == null) {
      return Optional.empty();
    }
    Template template = Template.of(address);
    if (template.variables().equals(Set.of(RunLinks.TRACE)) && isWeb(template.fill(_ -> "0"))) {
      return Optional.of(address);
    }
    return at.child("trace")
        .wrong(
            "expected an address in which {trace} stands for the id and no other variable, such as"
                + " https://tempo.example.com/trace/{trace}, but found '%s'",
            address);
  }

  private static boolean isWeb(String address) {
    try {
      URI url = new URI(address);
      return WEB.contains(String.valueOf(url.getScheme())) && url.getHost() != null;
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
