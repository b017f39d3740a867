package io.goldenpath.cases;

import java.util.stream.Stream;

/** What the server chooses of what it was offered, as strict as a browser. */
final class SubprotocolCases {

  private static final String MISMATCH = "subprotocol_mismatch";

  private SubprotocolCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(
        inSubprotocol("subprotocol-token"),
        inSubprotocol("no-subprotocol")
            .that(good -> good.upgrade(UpgradeReply.choosing()))
            .expect(Expected.fails(MISMATCH, "connect", "jwt.")),
        offering("subprotocol-first"),
        offering("subprotocol-second")
            .that(good -> good.upgrade(UpgradeReply.choosing(UpgradeReply.line("chat.v1")))),
        offering("subprotocol-none")
            .that(good -> good.upgrade(UpgradeReply.choosing()))
            .expect(Expected.fails(MISMATCH, "connect", "chat.v2", "chat.v1")),
        offering("subprotocol-empty")
            .that(good -> good.upgrade(UpgradeReply.choosing(UpgradeReply.line(""))))
            .expect(Expected.fails(MISMATCH, "connect", "chat.v2")),
        offering("subprotocol-other")
            .that(good -> good.upgrade(UpgradeReply.choosing(UpgradeReply.line("graphql-ws"))))
            .expect(Expected.fails(MISMATCH, "connect", "graphql-ws", "chat.v2")),
        offering("subprotocol-capitals")
            .that(good -> good.upgrade(UpgradeReply.choosing(UpgradeReply.line("Chat.V2"))))
            .expect(Expected.fails(MISMATCH, "connect", "Chat.V2")),
        offering("subprotocol-both")
            .that(
                good -> good.upgrade(UpgradeReply.choosing(UpgradeReply.line("chat.v2, chat.v1"))))
            .expect(Expected.fails(MISMATCH, "connect", "chat.v2, chat.v1")),
        PlatformCase.of("subprotocol-unasked")
            .that(good -> good.upgrade(UpgradeReply.choosing(UpgradeReply.line("chat.v2"))))
            .expect(Expected.fails(MISMATCH, "connect", "chat.v2")));
  }

  private static PlatformCase inSubprotocol(String name) {
    return PlatformCase.of(name).with("socket.token-in", "subprotocol");
  }

  private static PlatformCase offering(String name) {
    return PlatformCase.of(name)
        .with("socket.subprotocols[0]", "chat.v2")
        .with("socket.subprotocols[1]", "chat.v1");
  }
}
