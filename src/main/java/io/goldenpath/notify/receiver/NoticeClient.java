package io.goldenpath.notify.receiver;

import io.goldenpath.model.target.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The client of all receivers that speak HTTP. It goes where the settings say and nowhere else:
 * redirects are not followed.
 */
public final class NoticeClient implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final String userAgent;
  private final Duration longest;
  private final InstantSource clock;

  /** An answer takes at most this long, its body included. */
  public NoticeClient(String userAgent, Duration longest, InstantSource clock) {
    this.userAgent = userAgent;
    this.longest = longest;
    this.clock = clock;
  }

  DeliveryResult post(NoticePost post) throws InterruptedException {
    CompletableFuture<HttpResponse<String>> answer;
    try {
      answer = client.sendAsync(request(post), _ -> new ReplyExcerpt());
    } catch (IllegalArgumentException _) {
      // its words repeat what is wrong, which may be a token
      return new DeliveryResult.Refused("cannot be called: its address or a header is not valid");
    }
    try {
      HttpResponse<String> reply = answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      return new NoticeReply(
              reply.statusCode(), reply.headers()::firstValue, post.masked(reply.body()))
          .result(clock.instant());
    } catch (TimeoutException _) {
      return new DeliveryResult.Postponed(
          "no answer within %d s".formatted(longest.toSeconds()), null);
    } catch (ExecutionException failed) {
      return new DeliveryResult.Postponed(
          post.masked(ConnectionProblem.of(failed.getCause())), null);
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest request(NoticePost post) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(post.url().reveal()))
            .header("Content-Type", "application/json")
            .header("User-Agent", userAgent)
            .POST(BodyPublishers.ofString(post.body()));
    post.headers().forEach((name, value) -> request.setHeader(name, value.reveal()));
    return request.build();
  }

  /** What is under way is given up. */
  @Override
  public void close() {
    client.shutdownNow();
  }

  static Secret bearer(Secret token) {
    return Secret.of("Bearer " + token.reveal());
  }
}
