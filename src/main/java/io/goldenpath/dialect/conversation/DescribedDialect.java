package io.goldenpath.dialect.conversation;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameContent.ErrorCause;
import io.goldenpath.dialect.Conversation;
import io.goldenpath.dialect.ConversationValues;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.dialect.EventNames;
import io.goldenpath.dialect.definition.DialectDefinition;
import io.goldenpath.dialect.definition.DialectVariable.Scope;
import io.goldenpath.dialect.definition.EventRules.NamedEvent;
import io.goldenpath.dialect.definition.Exchange;
import io.goldenpath.dialect.definition.MessageView;
import io.goldenpath.framing.CloseCodes;
import io.goldenpath.framing.Framing;
import io.goldenpath.framing.Incoming;
import io.goldenpath.model.target.Condition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A platform's dialect by its description. */
public record DescribedDialect(DialectDefinition definition) implements Dialect {

  @Override
  public Framing framing() {
    return definition.framing();
  }

  /** Open where the platform's own names count: it may then report any. */
  @Override
  public EventNames eventNames() {
    List<String> names =
        definition.events().named().stream().map(NamedEvent::name).distinct().toList();
    boolean open = !definition.events().name().isEmpty();
    return new EventNames(names, names, Map.of(), Set.of(), open);
  }

  @Override
  public Conversation conversation(ConversationValues values, boolean resumed) {
    Exchange exchange = definition.exchange();
    Exchange.Opening resume = exchange.resume();
    return new DescribedConversation(
        definition, resumed && resume != null ? resume : exchange.opening(), values, resumed);
  }

  @Override
  public Map<String, Object> runVariables() {
    return MadeValues.all(definition.variables().made(), Scope.RUN);
  }

  @Override
  public Map<String, Object> connectionVariables() {
    return MadeValues.all(definition.variables().made(), Scope.CONNECTION);
  }

  @Override
  public boolean connectsPerQuestion() {
    return definition.connection().perQuestion();
  }

  @Override
  public DecodedFrame decode(Incoming part) {
    DecodedFrame decoded = Dialect.super.decode(part);
    Condition refuses = definition.connection().refused();
    return refuses != null
            && part instanceof Incoming.Refused refused
            && refuses.holds(view(refused).values())
            && decoded.content() instanceof FrameContent.Failure failure
        ? DecodedFrame.of(
            new FrameContent.Failure(
                failure.text(), ErrorCause.AUTH, failure.source(), failure.ids()))
        : decoded;
  }

  private static MessageView view(Incoming.Refused refused) {
    return new MessageView(new Incoming.Message(refused.body(), refused.reason()), new HashMap<>());
  }

  @Override
  public CloseCodes closeCodes() {
    CloseCodes protocol = framing().closeCodes();
    CloseCodes platform = definition.connection().closeCodes();
    Map<Integer, String> meanings = new HashMap<>(protocol.meanings());
    meanings.putAll(platform.meanings());
    return new CloseCodes(
        union(protocol.expected(), platform.expected()),
        union(protocol.refused(), platform.refused()),
        protocol.invalid(),
        meanings);
  }

  private static Set<Integer> union(Set<Integer> some, Set<Integer> others) {
    Set<Integer> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
