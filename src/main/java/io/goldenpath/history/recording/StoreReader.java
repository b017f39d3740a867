package io.goldenpath.history.recording;

import io.goldenpath.history.store.RunStore;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the store for pages and API, which show what is in memory where it is away or does not
 * answer soon. After a question without an answer none is asked for a while.
 */
public final class StoreReader {

  private static final Logger logger = LoggerFactory.getLogger(StoreReader.class);
  private static final Duration PAUSE = Duration.ofSeconds(3);

  /** The writer needs a connection, too. */
  private static final int MAX_QUESTIONS = 3;

  private final StoreWriter writer;
  private final Duration longest;
  private final Stopwatch stopwatch;
  private final Semaphore free = new Semaphore(MAX_QUESTIONS);
  private volatile Deadline next;

  public StoreReader(StoreWriter writer, Duration longest, Stopwatch stopwatch) {
    this.writer = writer;
    this.longest = longest;
    this.stopwatch = stopwatch;
    this.next = Deadline.in(Duration.ZERO, stopwatch);
  }

  /** Whether the store was written a moment ago. */
  public boolean available() {
    return writer.status().available();
  }

  /** Empty where the store cannot answer now. */
  public <T> Optional<T> ask(Function<RunStore, T> question) {
    return next.reached(stopwatch.nanos())
        ? writer.store().flatMap(store -> answer(store, question))
        : Optional.empty();
  }

  /** The question hears whether it is late and should end with what it has. */
  public <T> Optional<T> askAtLength(BiFunction<RunStore, BooleanSupplier, T> question) {
    Deadline end = Deadline.in(longest.dividedBy(2), stopwatch);
    return ask(store -> question.apply(store, () -> end.reached(stopwatch.nanos())));
  }

  private <T> Optional<T> answer(RunStore store, Function<RunStore, T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Deadline end = Deadline.in(longest, stopwatch);
    try {
      if (!free.tryAcquire(end.remainingNanos(stopwatch), TimeUnit.NANOSECONDS)) {
        throw new TimeoutException();
      }
      Thread.ofVirtual().name("history-read").start(() -> complete(answer, store, question));
      return Optional.of(answer.get(end.remainingNanos(stopwatch), TimeUnit.NANOSECONDS));
    } catch (ExecutionException failed) {
      logger.debug("The history's database could not be read", failed.getCause());
    } catch (TimeoutException late) {
      next = Deadline.in(PAUSE, stopwatch);
      logger.debug("The history's database did not answer within {}", longest, late);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  /** Never interrupted: H2 would close its file. */
  private <T> void complete(
      CompletableFuture<T> answer, RunStore store, Function<RunStore, T> question) {
    try {
      answer.complete(question.apply(store));
    } catch (RuntimeException | Error failure) {
      answer.completeExceptionally(failure);
    } finally {
      free.release();
    }
  }
}
