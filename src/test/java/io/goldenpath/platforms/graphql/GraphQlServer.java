package io.goldenpath.platforms.graphql;

/** A chat platform behind GraphQL; the query of its socket's address may name a fault. */
interface GraphQlServer extends AutoCloseable {

  /** What follows the scheme in its address, for calls and the socket. */
  String address();

  @Override
  void close();
}
