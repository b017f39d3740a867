package io.goldenpath.cases;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;

/**
 * Where a platform listens, and how its target writes that.
 *
 * @param http Scheme of the login, as written.
 * @param ws Scheme of the socket, as written.
 * @param loginHost Host of the login, as written.
 * @param socketHost Host of the socket, as written.
 * @param listen Address that the platform listens on.
 * @param mute Address of this machine that answers nobody on the platform's port.
 * @param tls Who the platform says it is.
 */
record Site(
    String http,
    String ws,
    String loginHost,
    String socketHost,
    String listen,
    Optional<String> mute,
    Optional<TlsIdentity> tls) {

  static final Site PLAIN = at("127.0.0.1", "127.0.0.1");

  static Site at(String host, String listen) {
    return new Site("http", "ws", host, host, listen, Optional.empty(), Optional.empty());
  }

  static Site over(TlsIdentity tls, String host) {
    return new Site("https", "wss", host, host, "127.0.0.1", Optional.empty(), Optional.of(tls));
  }

  /** A name that resolves to these addresses, one of which is the platform's. */
  static Site resolving(String name, String... addresses) {
    CaseNames.add(name, List.of(addresses));
    return at(name, "127.0.0.1");
  }

  Site schemes(String login, String socket) {
    return new Site(login, socket, loginHost, socketHost, listen, mute, tls);
  }

  Site hosts(String login, String socket) {
    return new Site(http, ws, login, socket, listen, mute, tls);
  }

  Site listening(String address) {
    return new Site(http, ws, loginHost, socketHost, address, mute, tls);
  }

  Site muting(String address) {
    return new Site(http, ws, loginHost, socketHost, listen, Optional.of(address), tls);
  }

  ServerSocket listener() throws IOException {
    InetAddress address = InetAddress.ofLiteral(listen);
    return tls.isPresent()
        ? CaseTls.listener(tls.get(), address)
        : new ServerSocket(0, 50, address);
  }

  String login(int port) {
    return http + "://" + loginHost + ":" + port + "/auth/login";
  }

  String socket(int port) {
    return ws + "://" + socketHost + ":" + port + "/ws";
  }
}
