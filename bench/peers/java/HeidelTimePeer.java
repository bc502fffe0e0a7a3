import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.logging.LogManager;

/**
 * HeidelTime's Vietnamese rules over articles, and the CPU seconds that they take when warm.
 *
 * usage: HeidelTimePeer IN OUT CONFIG
 *
 * IN: a line an article, its day (2025-05-23), a tab, its text. OUT: the TimeML of each on a line of its own. CONFIG:
 * HeidelTime's config.props. Its own tokenizer for all languages is used, no tagger. The whole input is read twice; the
 * seconds are those of the second time, on the one thread that does the work, printed as JSON.
 */
public class HeidelTimePeer {
  public static void main(String[] args) throws Exception {
    List<String> texts = new ArrayList<>();
    List<Date> days = new ArrayList<>();
    SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd");
    for (String line : Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8)) {
      int tab = line.indexOf('\t');
      days.add(format.parse(line.substring(0, tab)));
      texts.add(line.substring(tab + 1));
    }
    LogManager.getLogManager().reset();  // it tells every step otherwise
    HeidelTimeStandalone peer = new HeidelTimeStandalone(
        Language.VIETNAMESE, DocumentType.NEWS, OutputType.TIMEML, args[2], POSTagger.NO);
    for (int i = 0; i < texts.size(); ++i) peer.process(texts.get(i), days.get(i));
    List<String> answers = new ArrayList<>();
    long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < texts.size(); ++i) answers.add(peer.process(texts.get(i), days.get(i)));
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) / 1e9;
    try (PrintWriter out = new PrintWriter(args[1], StandardCharsets.UTF_8)) {
      for (String answer : answers) out.println(answer.replace('\n', ' ').replace('\r', ' '));
    }
    System.out.println("{\"seconds\": " + seconds + "}");
  }
}
