package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, with a Java that only prints what it was given. */
class LauncherTest {

  private static final String SCALAR = "<-Dsluice.math=scalar>";
  private static final String VECTORS = "<--add-modules=jdk.incubator.vector>";
  private static final String ONE_COMPILER = "<-XX:TieredStopAtLevel=1>";
  private static final String FAKE =
      "#!/bin/sh\nfor a in \"$@\"; do printf '<%s>\\n' \"$a\"; done\necho LC_CTYPE=$LC_CTYPE\n";

  @TempDir Path folder;

  @BeforeEach
  void layOut() throws IOException {
    install("home");
    java("java", "17.0.1", "java.base jdk.incubator.vector");
  }

  private void install(String home) throws IOException {
    Path bin = Files.createDirectories(folder.resolve(home).resolve("bin"));
    for (String script : List.of("sluice", "sluice-locale")) {
      executable(
          bin.resolve(script), Files.readString(Path.of("src/main/scripts").resolve(script)));
    }
    Files.createDirectories(folder.resolve(home).resolve("lib"));
  }

  private void java(String name, String version, String modules) throws IOException {
    Path java = Files.createDirectories(folder.resolve(name).resolve("bin")).resolve("java");
    executable(java, FAKE);
    Files.writeString(
        folder.resolve(name).resolve("release"),
        "JAVA_VERSION=\"" + version + "\"\nMODULES=\"" + modules + "\"\n");
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Runs a line of shell; {@code $s} is the launcher, {@code $f} the folder of the test. */
  private SluiceProcess.Ended shell(String line) throws IOException {
    Path script = folder.resolve("script");
    Files.writeString(
        script,
        "f='" + folder + "'; s=$f/home/bin/sluice; JAVA_HOME=$f/java; export JAVA_HOME\n" + line);
    ProcessBuilder builder =
        new ProcessBuilder("sh", script.toString())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().remove("SLUICE_JAVA_OPTS");
    builder.environment().put("LC_ALL", "C");
    try {
      int exitCode = builder.start().waitFor();
      return new SluiceProcess.Ended(exitCode, read("out"), read("err"));
    } catch (InterruptedException interrupted) {
      throw new AssertionError("interrupted", interrupted);
    }
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run x",
        "--strict run x",
        "--plugins show run x",
        "--plugins=show run x",
        "run --help-me",
        "reproduce x/1",
        "serve",
        "show mish --passport --cost",
        "show --cost --passport mish",
        "--no-color show --set a=1 'x*a' --passport --cost --json",
      })
  void whatTrainsOrTimesGetsVectorsAndBothCompilers(String arguments) throws IOException {
    assertThat(shell("$s " + arguments).done()).contains(VECTORS).doesNotContain(ONE_COMPILER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan run",
        "plan --set question='we run '",
        "export run --what trials",
        "plugins check a.jar",
        "plugins --strict install a.jar",
      })
  void whatTakesLongerGetsBothCompilers(String arguments) throws IOException {
    assertThat(shell("$s " + arguments).done()).contains(SCALAR).doesNotContain(ONE_COMPILER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--version",
        "list",
        "show run",
        "show x --name run",
        "show docs",
        "show mish --passport",
        "show -- --cost",
        "show plan",
        "--plugins run list",
        "plugins list",
        "plugins remove check",
        "eval tanh --at 1 --cost",
        "run --help",
        "-h run",
        "help run",
      })
  void whatIsShortStartsFast(String arguments) throws IOException {
    assertThat(shell("$s " + arguments).done()).contains(SCALAR, ONE_COMPILER);
  }

  @Test
  void vectorsAreLeftOutWhereTheyCannotBeHadOrAreNotWanted() throws IOException {
    assertThat(shell("SLUICE_JAVA_OPTS='-Dsluice.math=scalar' $s run x").done())
        .doesNotContain(VECTORS);
    java("java", "25", "java.base java.logging");
    assertThat(shell("$s run x").done()).contains(SCALAR).doesNotContain(VECTORS);
  }

  @Test
  void planningGetsASmallNurseryUnlessSomebodyChoseAHeap() throws IOException {
    assertThat(shell("$s plan x").done()).contains("<-Xmn24m>");
    assertThat(shell("$s list").done()).doesNotContain("-Xmn");
    assertThat(shell("SLUICE_JAVA_OPTS=-Xmx64m $s plan x").done()).doesNotContain("-Xmn");
  }

  @Test
  void argumentsArriveAsTheyAre() throws IOException {
    assertThat(shell("$s a 'b  c' '' '*' \"it's\" '\"' '$HOME' '@f' 'd\ne' -x").done())
        .contains(
            "<io.sluice.dist.Main>\n<a>\n<b  c>\n<>\n<*>\n<it's>\n<\">\n<$HOME>\n<@f>\n<d\ne>\n<-x>\n");
  }

  @Test
  void optionsForJavaMayHoldBlanksInQuotes() throws IOException {
    assertThat(shell("SLUICE_JAVA_OPTS='-Xmx1g   -Da=* -Db=$HOME' $s list").done())
        .contains("<-Xmx1g>\n<-Da=*>\n<-Db=$HOME>\n<-Dsluice.home=");
    assertThat(shell("SLUICE_JAVA_OPTS='\"-Da=b c\" -Dd=\"e  f\"g -Dh=i\\ j' $s list 'k l'").done())
        .contains("<-Da=b c>\n<-Dd=e  fg>\n<-Dh=i j>\n<-Dsluice.home=")
        .contains("Main>\n<list>\n<k l>\n");
    SluiceProcess.Ended open = shell("SLUICE_JAVA_OPTS='-Da=\"b c' $s list");
    assertThat(open.exitCode()).isEqualTo(1);
    assertThat(open.err())
        .isEqualTo("sluice: SLUICE_JAVA_OPTS has a quote that is not closed: -Da=\"b c\n");
  }

  @Test
  void aJavaHomeWithoutJavaIsNamed() throws IOException {
    SluiceProcess.Ended ended = shell("JAVA_HOME=$f/lost $s list");
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err())
        .isEqualTo(
            "sluice: JAVA_HOME is "
                + folder
                + "/lost, where there is no bin/java; set it to a JDK from 17 on, or unset it\n");
  }

  @Test
  void withoutJavaHomeTheOneOnThePathIsTakenIfThereIsOne() throws IOException {
    assertThat(shell("unset JAVA_HOME; PATH=$f/java/bin:$PATH $s list").done()).contains("<list>");
    String tools =
        "mkdir $f/tools; for t in sh dirname readlink locale grep; do"
            + " ln -s \"$(command -v $t)\" $f/tools/$t; done; ";
    SluiceProcess.Ended ended =
        shell(tools + "unset JAVA_HOME; PATH=$f/tools $s list; c=$?; rm -r $f/tools; exit $c");
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err())
        .isEqualTo("sluice: no Java found; install a JDK from 17 on, or set JAVA_HOME to one\n");
  }

  @ParameterizedTest
  @CsvSource({"1.8.0_402, 1", "11.0.22, 1", "16, 1", "17, 0", "17-ea, 0", "21.0.1, 0", "25, 0"})
  void anOldJavaIsNamed(String version, int exitCode) throws IOException {
    java("java", version, "java.base");
    SluiceProcess.Ended ended = shell("$s list");
    assertThat(ended.exitCode()).isEqualTo(exitCode);
    assertThat(ended.err())
        .isEqualTo(
            exitCode == 0
                ? ""
                : "sluice: "
                    + folder
                    + "/java/bin/java is older than Java 17; set JAVA_HOME to a JDK from 17 on\n");
  }

  @Test
  void aJavaWithoutAReleaseFileIsAsked() throws IOException {
    Files.delete(folder.resolve("java/release"));
    Path java = folder.resolve("java/bin/java");
    String answer = "#!/bin/sh\n[ \"$1\" = -version ] && { %s; }\n";
    executable(java, String.format(answer, "echo 'java version \"11.0.2\"' >&2; exit 0") + FAKE);
    assertThat(shell("$s list").err()).contains("/java/bin/java is older than Java 17");
    executable(java, String.format(answer, "echo 'openjdk version \"21\"' >&2; exit 0") + FAKE);
    assertThat(shell("$s list").done()).contains("<list>");
    executable(java, String.format(answer, "echo no runtime >&2; exit 1") + FAKE);
    assertThat(shell("$s list").err())
        .isEqualTo("sluice: " + folder + "/java/bin/java does not start: no runtime\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LC_ALL=C", "LC_ALL=POSIX", "LC_ALL=xx_XX.UTF-8", "LC_ALL= LC_CTYPE=C"})
  void aPlainLocaleBecomesOneOfUtf8(String locale) throws IOException {
    assertThat(shell("LANG=C " + locale + " $s list größe").done())
        .containsPattern("(?i)LC_CTYPE=.*utf-?8\n")
        .contains("<größe>");
  }

  @Test
  void anotherEncodingIsTheUsersChoice() throws IOException {
    locales("case $LC_ALL in de_DE) echo ISO-8859-1;; *) echo UTF-8;; esac", "C");
    assertThat(shell("PATH=$f/fake:$PATH; LC_ALL=de_DE $s list").done())
        .contains("LC_CTYPE=de_DE\n");
  }

  @Test
  void whereThereIsNoUtf8OnlyNamesThatNeedItAreRefused() throws IOException {
    locales("echo ANSI_X3.4-1968", "C\nPOSIX");
    assertThat(shell("PATH=$f/fake:$PATH; $s list").done()).contains("<list>", "LC_CTYPE=C\n");
    SluiceProcess.Ended ended = shell("PATH=$f/fake:$PATH; $s plan größe.yaml");
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err())
        .isEqualTo(
            "sluice: this system has no UTF-8 locale (locale -a lists them), and without one Java"
                + " cannot take \"größe.yaml\"; install one or name it otherwise\n");
    locales("case $LC_ALL in xx.utf8) echo UTF-8;; *) echo US-ASCII;; esac", "C\nxx.utf8");
    assertThat(shell("PATH=$f/fake:$PATH; $s plan größe.yaml").done())
        .contains("<größe.yaml>", "LC_CTYPE=xx.utf8\n");
  }

  private void locales(String charmap, String all) throws IOException {
    executable(
        Files.createDirectories(folder.resolve("fake")).resolve("locale"),
        "#!/bin/sh\nif [ \"$1\" = charmap ]; then " + charmap + "; else echo '" + all + "'; fi\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b", "ends with!", "a b", "it's", "per%20cent#+", "[x]*?", "$HOME"})
  void theFolderMayHaveAnyName(String name) throws IOException {
    install(name);
    String arguments = shell("\"$f\"/'" + name.replace("'", "'\\''") + "'/bin/sluice list").done();
    assertThat(arguments).contains("<-Dsluice.home=" + folder.resolve(name) + ">");
    String classPath = arguments.split("<-cp>\n<", 2)[1].split(">", 2)[0];
    assertThat(classPath).endsWith("/*").doesNotContain(":", "!/");
  }

  @Test
  void aLinkLeadsToTheLauncherAndTheShellsSearchPathDoesNotLeadAstray() throws IOException {
    String home = "<-Dsluice.home=" + folder + "/home>";
    assertThat(shell("cd $f; ln -s home/bin/sluice l; ln -s $f/l m; ./m list").done())
        .contains(home);
    assertThat(shell("cd $f; mkdir -p c/home/bin; CDPATH=$f/c home/bin/sluice list").done())
        .contains(home);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<&-", "2>&-", "<&- 2>&-"})
  void aClosedStreamDoesNoHarm(String closed) throws IOException {
    SluiceProcess.Ended ended = shell("$s list " + closed);
    assertThat(ended.done()).contains("<list>", "<-Dsluice.terminals=>");
    assertThat(ended.err()).isEmpty();
  }
}
