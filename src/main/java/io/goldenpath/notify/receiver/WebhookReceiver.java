package io.goldenpath.notify.receiver;

import io.goldenpath.model.target.Secret;
import io.goldenpath.notify.message.Notice;
import io.goldenpath.notify.message.NoticeKind;
import io.goldenpath.notify.message.NoticePlace;
import io.goldenpath.settings.notify.ReceiverSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A program that takes JSON, and can check by its signature that it is from here and fresh. */
record WebhookReceiver(
    ReceiverSettings.Webhook settings, NoticePlace place, NoticeClient client, InstantSource clock)
    implements Receiver {

  private static final String ALGORITHM = "HmacSHA256";

  @Override
  public boolean takes(Notice notice) {
    return notice.kind() != NoticeKind.REFRESHED;
  }

  @Override
  public DeliveryResult deliver(Notice notice) throws InterruptedException {
    NoticePost post =
        NoticePost.of(settings.url(), settings.headers(), WebhookJson.of(notice, place))
            .with("Golden-Path-Delivery", Secret.of(notice.id()));
    Secret key = settings.secret();
    return client.post(
        key == null
            ? post
            : post.with("Golden-Path-Signature", Secret.of(signature(key, post.body()))));
  }

  /** The moment is signed too, so that nobody can send it again later. */
  private String signature(Secret key, String body) {
    long seconds = clock.instant().getEpochSecond();
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
      return "t=%d,v1=%s"
          .formatted(
              seconds,
              HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8))));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JVM has " + ALGORITHM, impossible);
    }
  }
}
