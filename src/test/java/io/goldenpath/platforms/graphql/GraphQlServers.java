package io.goldenpath.platforms.graphql;

import io.goldenpath.node.NodeServer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Servers with the same schema and agent; the query of the socket's address names a fault. */
enum GraphQlServers {
  /** Spring for GraphQL, which pings by messages of the protocol. */
  SPRING {
    @Override
    String nameOfQueryErrors() {
      return "next";
    }

    @Override
    int closeCodeForBrokenJson() {
      return 1011;
    }
  },
  /** The reference implementation, graphql-ws on Node.js. */
  NODE {
    @Override
    String nameOfQueryErrors() {
      return "error";
    }

    @Override
    int closeCodeForBrokenJson() {
      return 4400;
    }
  };

  private static final String SCHEMA =
      "src/test/resources/io/goldenpath/platforms/graphql/chat.graphqls";

  private @Nullable AutoCloseable running;
  private int port;

  abstract String nameOfQueryErrors();

  abstract int closeCodeForBrokenJson();

  /** Its host and port; starts it once. */
  synchronized String address() throws IOException, InterruptedException {
    if (running == null) {
      start();
    }
    return "127.0.0.1:" + port;
  }

  private void start() throws IOException, InterruptedException {
    switch (this) {
      case SPRING -> {
        SpringGraphQlServer server = new SpringGraphQlServer();
        running = server;
        port = server.port();
      }
      case NODE -> {
        NodeServer server = NodeServer.start("graphql-chat.mjs", SCHEMA);
        running = server;
        port = server.port();
      }
    }
  }

  static void stopAll() throws Exception {
    for (GraphQlServers server : values()) {
      if (server.running != null) {
        server.running.close();
        server.running = null;
      }
    }
  }
}
