import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processor time of a process by the names of its threads, without their numbers. */
record ThreadTimes(Map<String, Double> milliseconds) {

  private static final String RUNS = "runs and threads that ended";

  static ThreadTimes of(long pid) throws IOException {
    Map<String, Double> times = new TreeMap<>();
    try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
      for (Path thread : threads.toList()) {
        add(thread.resolve("stat"), times);
      }
    }
    return new ThreadTimes(times);
  }

  private static void add(Path file, Map<String, Double> times) throws IOException {
    try {
      String line = Files.readString(file);
      int end = line.lastIndexOf(')');
      String name = line.substring(line.indexOf('(') + 1, end).replaceAll("[\\d#-]+", "#").strip();
      String[] rest = line.substring(end + 2).split(" ");
      name = name.startsWith("run#") || name.equals("java") ? RUNS : name;
      times.merge(name, 10.0 * (Long.parseLong(rest[11]) + Long.parseLong(rest[12])), Double::sum);
    } catch (NoSuchFileException _) {
      // this thread has ended meanwhile
    }
  }

  /** What each name cost of so many runs, the dearest first; all cost so much in all. */
  String since(ThreadTimes earlier, double all, double runs) {
    Map<String, Double> spent = new TreeMap<>();
    milliseconds.forEach(
        (name, time) -> spent.put(name, time - earlier.milliseconds.getOrDefault(name, 0.0)));
    // threads of runs end, and what they have spent is in no file then
    spent.remove(RUNS);
    spent.put(RUNS, all - spent.values().stream().mapToDouble(Double::doubleValue).sum());
    return spent.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(12)
        .map(it -> String.format(Locale.ROOT, "%s %.3f", it.getKey(), it.getValue() / runs))
        .collect(Collectors.joining(", "));
  }
}
