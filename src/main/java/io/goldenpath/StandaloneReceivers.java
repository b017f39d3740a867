package io.goldenpath;

import io.goldenpath.cli.TestableReceivers;
import io.goldenpath.notify.message.Notice;
import io.goldenpath.notify.receiver.DeliveryResult;
import io.goldenpath.notify.receiver.NoticeClient;
import io.goldenpath.notify.receiver.Receiver;
import io.goldenpath.notify.receiver.Receivers;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.reader.Settings;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Receivers of the settings, for one command. */
record StandaloneReceivers(NoticeClient client, Map<String, Receiver> all)
    implements TestableReceivers {

  static StandaloneReceivers open(List<String> properties) {
    Settings settings = SettingsLoader.load(SettingsEnvironment.read(properties));
    InstantSource clock = InstantSource.system();
    NoticeClient client =
        new NoticeClient(MonitorVersion.userAgent(), NotifyConfiguration.LONGEST_ANSWER, clock);
    Receivers receivers =
        new Receivers(settings.location(), client, NotifyConfiguration.LONGEST_ANSWER, clock);
    return new StandaloneReceivers(client, receivers.of(settings.telling()));
  }

  @Override
  public Set<String> names() {
    return all.keySet();
  }

  @Override
  public Answer send(String name) throws InterruptedException {
    String id = UUID.randomUUID().toString();
    Receiver receiver = Objects.requireNonNull(all.get(name));
    DeliveryResult result = receiver.deliver(Notice.test(id, InstantSource.system().instant()));
    return new Answer(result instanceof DeliveryResult.Delivered, result.said());
  }

  @Override
  public void close() {
    client.close();
  }
}
