package io.goldenpath.wire.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of an address, and whether its owner or this machine is at fault. */
class DeadAddressTests {

  private static final InetAddress ADDRESS = InetAddress.ofLiteral("2001:db8:0:0:0:0:0:7");

  static Stream<Arguments> causes() {
    return Stream.of(
        Arguments.of(new ConnectException("Connection refused"), "refused the connection", false),
        Arguments.of(new SocketException("Connection reset"), "reset the connection", false),
        Arguments.of(new NoRouteToHostException("No route to host"), "no route to it", false),
        Arguments.of(
            new SocketException("Network is unreachable"), "this machine has no way", true),
        Arguments.of(
            new ConnectException("Network is unreachable"), "this machine has no way", true),
        Arguments.of(new UnsupportedAddressTypeException(), "java.net.preferIPv4Stack", true));
  }

  @ParameterizedTest
  @MethodSource("causes")
  void saysWhatItDidAndWhoseFaultThatIs(Exception cause, String words, boolean ours) {
    DeadAddress dead = DeadAddress.of(ADDRESS, "chat.example.com:443", cause);

    assertThat(dead.seen()).contains(words);
    assertThat(dead.ours()).isEqualTo(ours);
    assertThat(dead.address()).isEqualTo("2001:db8::7");
  }
}
