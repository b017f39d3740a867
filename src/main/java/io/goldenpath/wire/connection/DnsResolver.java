package io.goldenpath.wire.connection;

import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Resolves names on threads of its own. The system's look-up cannot be interrupted and would hold
 * the carrier of a virtual thread, so a dead name server must find only these threads to hold.
 */
public final class DnsResolver implements AutoCloseable {

  private final ThreadPoolExecutor threads;
  private final Stopwatch stopwatch;

  public DnsResolver(int threadCount, Stopwatch stopwatch) {
    this.threads =
        new ThreadPoolExecutor(
            threadCount,
            threadCount,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("wire-resolve-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
    this.stopwatch = stopwatch;
  }

  /**
   * The address that is tried: the first of its name.
   *
   * @param address where to connect to
   * @param description the address, its family, and how many there are, for a person
   */
  record Resolved(InetAddress address, String description) {

    static Resolved firstOf(InetAddress[] all) {
      String family = all[0] instanceof Inet6Address ? "IPv6" : "IPv4";
      String choice = all.length == 1 ? "" : ", the first of " + all.length;
      return new Resolved(all[0], all[0].getHostAddress() + " (" + family + choice + ")");
    }
  }

  Resolved resolve(String host, Deadline deadline)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<Resolved> lookup = new CompletableFuture<>();
    var task =
        threads.submit(() -> {
          try {
            lookup.complete(Resolved.firstOf(InetAddress.getAllByName(host)));
          } catch (Exception failure) {
            lookup.completeExceptionally(failure);
          }
        });
    try {
      return lookup.get(deadline.remainingNanos(stopwatch), TimeUnit.NANOSECONDS);
    } finally {
      task.cancel(false);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
