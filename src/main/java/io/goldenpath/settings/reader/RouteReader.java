package io.goldenpath.settings.reader;

import io.goldenpath.model.target.HostName;
import io.goldenpath.model.target.NoProxy;
import io.goldenpath.model.target.ProxyRules;
import io.goldenpath.model.target.ProxyServer;
import io.goldenpath.model.target.Route;
import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.keys.SocketProperties;
import io.goldenpath.settings.keys.TargetProperties.AccessProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads how connections to a target are made.
 *
 * @param environment Variables of the environment, letter by letter.
 */
record RouteReader(
    SettingKey at, AccessProperties written, Function<String, Optional<String>> environment) {

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

  /** To the login and all other requests. */
  Route http() {
    return new Route(written.login().sslBundle(), null, written.addresses(), proxies());
  }

  Route socket() {
    SocketProperties socket = written.socket();
    return new Route(socket.sslBundle(), serverName(socket), written.addresses(), proxies());
  }

  private @Nullable String serverName(SocketProperties socket) {
    String name = socket.serverName();
    if (name == null) {
      return null;
    }
    SettingKey key = at.child("socket.server-name");
    if (socket.url() != null && socket.url().reveal().toLowerCase(Locale.ROOT).startsWith("ws:")) {
      key.wrong("is a name in TLS, but socket.url is ws://, without TLS; expected wss://");
    }
    try {
      String ascii = HostName.toAscii(name);
      if (HOST.matcher(ascii).matches()) {
        return ascii;
      }
    } catch (IllegalArgumentException _) {
      // reported below
    }
    key.wrong("expected the name of a host, such as chat.example.com, but found '%s'", name);
    return null;
  }

  private ProxyRules proxies() {
    Secret proxy = written.proxy();
    if (proxy == null) {
      return ProxyRules.NONE;
    }
    if (proxy.reveal().equalsIgnoreCase("environment")) {
      return fromEnvironment();
    }
    boolean http = proxy.reveal().toLowerCase(Locale.ROOT).startsWith("http://");
    return (http ? ProxyServer.parse(proxy.reveal()) : Optional.<ProxyServer>empty())
        .map(ProxyRules::always)
        .orElseGet(() -> {
          key().wrong("expected an address such as http://proxy.example.com:3128, or environment");
          return ProxyRules.NONE;
        });
  }

  private SettingKey key() {
    return at.child("proxy");
  }

  private ProxyRules fromEnvironment() {
    return new ProxyRules(
        proxy("HTTP_PROXY"),
        proxy("HTTPS_PROXY"),
        NoProxy.parse(variable("NO_PROXY").orElse("")).andLoopback());
  }

  private @Nullable ProxyServer proxy(String name) {
    Optional<String> address = variable(name).filter(text -> !text.isBlank());
    Optional<ProxyServer> proxy = address.flatMap(ProxyServer::parse);
    if (address.isPresent() && proxy.isEmpty()) {
      key()
          .wrong(
              "%s in the environment is not the address of an HTTP proxy, such as"
                  + " http://proxy.example.com:3128",
              name);
    }
    return proxy.orElse(null);
  }

  /** In small letters first, as curl and browsers do. */
  private Optional<String> variable(String name) {
    return environment.apply(name.toLowerCase(Locale.ROOT)).or(() -> environment.apply(name));
  }
}
