package io.goldenpath.notify.receiver;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The beginning of a reply's body; whatever follows is not read. */
final class ReplyExcerpt implements BodySubscriber<String> {

  private static final int MOST = 2_000;

  private final CompletableFuture<String> text = new CompletableFuture<>();
  private final ByteBuffer kept = ByteBuffer.allocate(MOST);
  private Flow.@Nullable Subscription subscription;

  @Override
  public CompletionStage<String> getBody() {
    return text;
  }

  @Override
  public void onSubscribe(Flow.Subscription begun) {
    subscription = begun;
    begun.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      kept.put(part.slice(part.position(), Math.min(part.remaining(), kept.remaining())));
    }
    if (!kept.hasRemaining() && subscription != null) {
      subscription.cancel();
      onComplete();
    }
  }

  @Override
  public void onError(Throwable failure) {
    text.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    text.complete(new String(kept.array(), 0, kept.position(), StandardCharsets.UTF_8));
  }
}
