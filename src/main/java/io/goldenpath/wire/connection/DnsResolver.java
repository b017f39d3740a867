package io.goldenpath.wire.connection;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Resolves names on a few platform threads: the system's look-up cannot be interrupted and would
 * hold the carrier of a virtual thread for as long as a name server does not answer.
 */
final class DnsResolver implements AutoCloseable {

  private static final int THREADS = 16;
  private static final int IDLE_SECONDS = 10;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("wire-resolve-", 0).factory());

  DnsResolver() {
    threads.allowCoreThreadTimeOut(true);
  }

  /** The first address of a name, and a description of it for people. */
  record Resolved(InetAddress address, String description) {

    static Resolved firstOf(InetAddress[] all) {
      String family = all[0] instanceof Inet6Address ? "IPv6" : "IPv4";
      String choice = all.length == 1 ? "" : ", the first of " + all.length;
      return new Resolved(all[0], all[0].getHostAddress() + " (" + family + choice + ")");
    }
  }

  Future<Resolved> resolve(String host) {
    return threads.submit(() -> Resolved.firstOf(InetAddress.getAllByName(host)));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
