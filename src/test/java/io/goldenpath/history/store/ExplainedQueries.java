package io.goldenpath.history.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Has the database explain each statement, with its values, before it runs it. */
final class ExplainedQueries extends DelegatingDataSource {

  private final List<String> plans = new ArrayList<>();

  ExplainedQueries(DataSource database) {
    super(database);
  }

  /** A statement and how the database runs it, for each since the last call. */
  List<String> takePlans() {
    List<String> taken = List.copyOf(plans);
    plans.clear();
    return taken;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return proxy(
        Connection.class,
        (_, method, arguments) -> {
          Object result = invoke(connection, method, arguments);
          if (result instanceof PreparedStatement statement) {
            String sql = (String) arguments[0];
            return explained(statement, connection.prepareStatement("EXPLAIN " + sql), sql);
          }
          return result;
        });
  }

  private PreparedStatement explained(
      PreparedStatement statement, PreparedStatement explanation, String sql) {
    return proxy(
        PreparedStatement.class,
        (_, method, arguments) -> {
          switch (method.getName()) {
            case "setObject", "setString", "setInt" -> invoke(explanation, method, arguments);
            case "executeQuery", "executeUpdate", "addBatch" ->
                plans.add(sql + "\n" + plan(explanation));
            case "close" -> explanation.close();
            default -> {}
          }
          return invoke(statement, method, arguments);
        });
  }

  private static String plan(PreparedStatement explanation) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (ResultSet rows = explanation.executeQuery()) {
      while (rows.next()) {
        plan.append(rows.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  private static Object invoke(Object of, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(of, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getTargetException();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            ExplainedQueries.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
