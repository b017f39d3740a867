package io.goldenpath.model.finding;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Builder of one finding, which is kept when {@link #says} ends it. Without a step it is found in
 * {@code events} where its kind can be, else in the first step of its kind.
 */
@CheckReturnValue
public final class FindingDraft {

  private static final int MAX_FRAMES = 50;

  private final FindingKind kind;
  private final long start;
  private final LongSupplier clock;
  private final Consumer<Finding> sink;
  private final TreeSet<Integer> frames = new TreeSet<>();
  private Severity severity;
  private Step step;
  private int slot;
  private @Nullable String event;
  private @Nullable Duration at;
  private String expected = "";
  private @Nullable String seen;
  private Evidence.@Nullable OtherUser otherUser;
  private boolean doubtful;
  private @Nullable Duration retryAfter;

  FindingDraft(FindingKind kind, int slot, long start, LongSupplier clock, Consumer<Finding> sink) {
    this.kind = kind;
    this.slot = slot;
    this.start = start;
    this.clock = clock;
    this.sink = sink;
    this.severity = kind.severity();
    this.step = kind.steps().contains(Step.EVENTS) ? Step.EVENTS : kind.steps().iterator().next();
  }

  public FindingDraft in(Step where) {
    step = where;
    return this;
  }

  public FindingDraft as(Severity weight) {
    severity = weight;
    return this;
  }

  /** Decided at this reading of the clock. */
  public FindingDraft at(long nanos) {
    return at(Duration.ofNanos(nanos - start));
  }

  public FindingDraft at(Duration sinceStart) {
    at = sinceStart;
    return this;
  }

  /** About an event of this name, which may not have come at all. */
  public FindingDraft about(@Nullable String name) {
    event = name;
    return this;
  }

  /** Speaks of these frames too; 0 stands for none. */
  public FindingDraft frames(int... numbers) {
    IntStream.of(numbers).filter(number -> number > 0).forEach(frames::add);
    return this;
  }

  public FindingDraft frames(Collection<Integer> numbers) {
    frames.addAll(numbers);
    return this;
  }

  public FindingDraft user(int met) {
    slot = met;
    return this;
  }

  /** Concerns another user as well, in these frames of that user's transcript. */
  public FindingDraft other(int user, List<Integer> theirs) {
    otherUser = new Evidence.OtherUser(user, theirs.stream().distinct().limit(MAX_FRAMES).toList());
    return this;
  }

  /** Whether a standstill of the monitor may be all that is behind it. */
  public FindingDraft doubtful(boolean whether) {
    doubtful = whether;
    return this;
  }

  /** The target asked to be left alone this long from then on; null where it did not. */
  public FindingDraft retryAfter(@Nullable Duration asked) {
    retryAfter = asked;
    return this;
  }

  public FindingDraft expected(String promise) {
    expected = promise;
    return this;
  }

  /** What came instead; defaults to the message. */
  public FindingDraft seen(String instead) {
    seen = instead;
    return this;
  }

  public FindingDraft contrast(String promise, String instead) {
    return expected(promise).seen(instead);
  }

  /** Ends the draft with one line for a person, in the format of {@link String#format}. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a library of its own
  public void says(String format, @Nullable Object... args) {
    String message = String.format(Locale.ROOT, format, args);
    Evidence evidence =
        new Evidence(
            expected,
            seen == null ? message : seen,
            at == null ? Duration.ofNanos(clock.getAsLong() - start) : at,
            frames.stream().limit(MAX_FRAMES).toList(),
            otherUser,
            doubtful,
            retryAfter);
    sink.accept(new Finding(kind, severity, step, event, slot, message, evidence));
  }
}
