package io.goldenpath.journey.login;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * HTTP call that asks a question, on a thread of its own: its user listens to the socket meanwhile.
 * What was answered is read on the user's thread. Its own deadline ends it, or {@link #close}.
 */
public final class SubmittedCall implements AutoCloseable {

  private final Future<Supplier<Optional<SubmissionFailure>>> exchange;

  private SubmittedCall(Future<Supplier<Optional<SubmissionFailure>>> exchange) {
    this.exchange = exchange;
  }

  /** A call that cannot be made. */
  static SubmittedCall never(SubmissionFailure why) {
    return new SubmittedCall(CompletableFuture.completedFuture(() -> Optional.of(why)));
  }

  /**
   * Begins a call.
   *
   * @param exchange returns what reads the answer
   * @param answered is run on another thread, once there is an answer or none will come
   */
  static SubmittedCall begun(
      Callable<Supplier<Optional<SubmissionFailure>>> exchange, Runnable answered) {
    FutureTask<Supplier<Optional<SubmissionFailure>>> task =
        new FutureTask<>(exchange) {

          @Override
          protected void done() {
            answered.run();
          }
        };
    Thread.ofVirtual().name("submission").start(task);
    return new SubmittedCall(task);
  }

  public boolean done() {
    return exchange.isDone();
  }

  /** Waits for the answer, and reads it; empty where it is good. */
  public Optional<SubmissionFailure> failure() throws InterruptedException {
    try {
      return exchange.get().get();
    } catch (ExecutionException fault) {
      throw fault.getCause() instanceof RuntimeException ours
          ? ours
          : new IllegalStateException(fault.getCause());
    }
  }

  /** Gives it up where it goes on. */
  @Override
  public void close() {
    exchange.cancel(true);
  }
}
