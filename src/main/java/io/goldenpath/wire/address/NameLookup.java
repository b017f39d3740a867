package io.goldenpath.wire.address;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Looks names up on a few platform threads: the system's look-up cannot be interrupted and would
 * hold the carrier of a virtual thread for as long as a name server does not answer.
 */
public final class NameLookup implements AutoCloseable {

  private static final int THREADS = 16;
  private static final int IDLE_SECONDS = 10;

  /** No more of a name's addresses are tried. */
  private static final int MAX_ADDRESSES = 16;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("wire-resolve-", 0).factory());

  public NameLookup() {
    threads.allowCoreThreadTimeOut(true);
  }

  /** The addresses of a name in the resolver's order, each once. */
  public Future<List<InetAddress>> addresses(String host) {
    FutureTask<List<InetAddress>> lookup =
        new FutureTask<>(() ->
            Stream.of(InetAddress.getAllByName(host)).distinct().limit(MAX_ADDRESSES).toList());
    if (NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host)) {
      // asks nobody
      lookup.run();
    } else {
      threads.execute(lookup);
    }
    return lookup;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
