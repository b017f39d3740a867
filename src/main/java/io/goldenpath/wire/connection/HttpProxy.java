package io.goldenpath.wire.connection;

import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.proxy.ProxyHandler;
import java.net.InetSocketAddress;
import java.net.URI;

/** An HTTP proxy that is asked to {@code CONNECT}. */
record HttpProxy(ServerAddress address, String userInfo) {

  static HttpProxy of(URI uri) {
    String userInfo = uri.getUserInfo();
    return new HttpProxy(ServerAddress.of(uri), userInfo == null ? "" : userInfo);
  }

  /** Without a timeout of its own: the deadline is the caller's. */
  ProxyHandler tunnel(InetSocketAddress there) {
    String[] login = userInfo.split(":", 2);
    ProxyHandler tunnel =
        login.length == 2
            ? new HttpProxyHandler(there, login[0], login[1])
            : new HttpProxyHandler(there);
    tunnel.setConnectTimeoutMillis(0);
    return tunnel;
  }

  /** Shows no credentials. */
  @Override
  public String toString() {
    return "Proxy[" + address + "]";
  }
}
