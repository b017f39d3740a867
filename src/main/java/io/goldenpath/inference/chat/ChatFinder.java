package io.goldenpath.inference.chat;

import io.goldenpath.framing.FrameJson;
import io.goldenpath.framing.Incoming.Envelope;
import io.goldenpath.har.Har;
import io.goldenpath.har.RecordedCall;
import io.goldenpath.har.RecordedWebSocket;
import io.goldenpath.har.UnusableHarException;
import io.goldenpath.inference.chat.Chat.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the question that a person asked, on which socket, and what was said around it. */
public final class ChatFinder {

  /** What the page sends with a question follows it at once. */
  private static final double AT_ONCE_SECONDS = 0.3;

  private final Har har;
  private final @Nullable String question;

  /**
   * A finder in this recording.
   *
   * @param question What was asked; null to take the longest text that was typed.
   */
  public ChatFinder(Har har, @Nullable String question) {
    this.har = har;
    this.question = question;
  }

  /** A recorded socket, and its messages. */
  private record Decoded(
      RecordedWebSocket socket, RecordedFraming framing, List<ChatMessage> messages) {

    static Decoded of(RecordedWebSocket socket) {
      FrameDecoder decoder = FramingRecognition.decoder(socket);
      return new Decoded(socket, decoder.framing(), decoder.decode(socket.frames()));
    }
  }

  private record Candidate(Decoded decoded, TypedText typed, @Nullable RecordedCall call) {}

  /** The first question with an answer; throws {@link UnusableHarException} where none is. */
  public Chat find() {
    List<Decoded> sockets = har.sockets().stream().map(Decoded::of).toList();
    Candidate best =
        sockets.stream()
            .flatMap(this::candidates)
            .max(Comparator.comparing(Candidate::typed, TypedText.LIKELIHOOD))
            .orElseThrow(this::nothingAsked);
    Chat chat = best.call() == null ? onSocket(best) : chat(best, best.typed(), Double.MAX_VALUE);
    if (chat.answer().isEmpty()) {
      throw new UnusableHarException(
          "nothing came after the question: export once the answer is there in full");
    }
    return chat;
  }

  private UnusableHarException nothingAsked() {
    return new UnusableHarException(
        question == null
            ? "no message in it holds a text that a person typed; name the question with --question"
            : "no message in it holds the text of --question, letter by letter");
  }

  private Stream<Candidate> candidates(Decoded decoded) {
    boolean graphQl = decoded.framing() instanceof RecordedFraming.GraphQl;
    Stream<Candidate> sent =
        decoded.messages().stream()
            .filter(ChatMessage::sent)
            .flatMap(message -> TypedText.in(message, graphQl))
            .map(typed -> new Candidate(decoded, typed, null));
    Stream<Candidate> posted =
        har.calls().stream()
            .filter(call -> call.method().equals("POST") && call.at() > decoded.socket().at())
            .flatMap(call ->
                FrameJson.read(call.request().body()).stream()
                    .map(body -> new ChatMessage(true, call.at(), body, Envelope.NONE))
                    .flatMap(message -> TypedText.in(message, false))
                    .filter(typed -> typed.rank() > 2)
                    .map(typed -> new Candidate(decoded, typed, call)));
    return Stream.concat(sent, posted).filter(this::isNamed);
  }

  private boolean isNamed(Candidate candidate) {
    return question == null || candidate.typed().text().contains(question);
  }

  private Chat onSocket(Candidate best) {
    List<TypedText> asked =
        best.decoded().messages().stream()
            .filter(ChatMessage::sent)
            .flatMap(message -> best.typed().like(message).stream())
            .filter(typed -> question == null || typed.text().contains(question))
            .toList();
    List<Chat> chats = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      double next = i + 1 < asked.size() ? asked.get(i + 1).message().at() : Double.MAX_VALUE;
      chats.add(chat(best, asked.get(i), next));
    }
    return chats.stream()
        .filter(chat -> !chat.answer().isEmpty())
        .findFirst()
        .orElseGet(chats::getFirst);
  }

  private Chat chat(Candidate candidate, TypedText typed, double until) {
    ChatMessage asking = typed.message();
    List<ChatMessage> before = new ArrayList<>();
    List<ChatMessage> asked = new ArrayList<>();
    List<ChatMessage> answer = new ArrayList<>();
    if (candidate.call() == null) {
      asked.add(asking);
    }
    boolean after = false;
    for (ChatMessage message : candidate.decoded().messages()) {
      if (message.equals(asking)) {
        after = true;
      } else if (candidate.call() == null ? !after : message.at() < asking.at()) {
        before.add(message);
      } else if (message.at() >= until && until < Double.MAX_VALUE) {
        break;
      } else if (message.sent()
          && answer.isEmpty()
          && message.at() - asking.at() <= AT_ONCE_SECONDS) {
        asked.add(message);
      } else {
        answer.add(message);
      }
    }
    if (answer.stream().allMatch(ChatMessage::sent)) {
      answer.clear();
    }
    return new Chat(
        candidate.decoded().socket(),
        candidate.decoded().framing(),
        new Question(question == null ? typed.text() : question, asking.at(), question == null),
        before,
        asked,
        candidate.call(),
        answer);
  }
}
