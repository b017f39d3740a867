package io.goldenpath.wire;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.util.ResourceLeakDetector;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What Netty complains about: leaked buffers, and exceptions that nobody caught. */
public final class NettyErrors implements AutoCloseable {

  private final ResourceLeakDetector.Level usual = ResourceLeakDetector.getLevel();
  private final Logger netty = (Logger) LoggerFactory.getLogger("io.netty");
  private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

  private NettyErrors() {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    heard.start();
    netty.addAppender(heard);
  }

  /** Listens from now on, with the leak detector at paranoid. */
  public static NettyErrors listen() {
    return new NettyErrors();
  }

  public List<String> all() {
    return new ArrayList<>(heard.list)
        .stream()
            .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
            .map(ILoggingEvent::getFormattedMessage)
            .toList();
  }

  @Override
  public void close() {
    netty.detachAppender(heard);
    ResourceLeakDetector.setLevel(usual);
  }
}
