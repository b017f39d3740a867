package io.goldenpath.wire.address;

import io.netty.util.NetUtil;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.Locale;

/**
 * One address of a name that could not be connected to.
 *
 * @param host Whose address it is: host and port, or a proxy.
 * @param seen What it did, as the rest of a sentence that begins with it.
 * @param ours Whether there is no way from here to any address of its family.
 */
public record DeadAddress(String address, String host, String seen, boolean ours) {

  static DeadAddress silent(InetAddress address, String host) {
    return new DeadAddress(text(address), host, "did not answer", false);
  }

  static DeadAddress of(InetAddress address, String host, Throwable cause) {
    return new DeadAddress(text(address), host, reason(cause), isOurs(cause));
  }

  /** Why a connection was not opened, as the rest of a sentence that begins with the address. */
  public static String reason(Throwable cause) {
    if (cause instanceof UnsupportedAddressTypeException) {
      return "cannot be reached from here: this JVM speaks IPv4 alone (java.net.preferIPv4Stack)";
    }
    if (isOurs(cause)) {
      return "cannot be reached from here: this machine has no way to such addresses";
    }
    if (cause instanceof NoRouteToHostException || message(cause).contains("unreachable")) {
      return "cannot be reached: there is no route to it";
    }
    return (cause instanceof ConnectException ? "refused" : "reset") + " the connection";
  }

  private static boolean isOurs(Throwable cause) {
    return cause instanceof UnsupportedAddressTypeException
        || message(cause).contains("network is unreachable");
  }

  private static String message(Throwable cause) {
    return String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
  }

  /** As people write it: IPv6 with its zeros left out. */
  public static String text(InetAddress address) {
    return NetUtil.toAddressString(address);
  }
}
