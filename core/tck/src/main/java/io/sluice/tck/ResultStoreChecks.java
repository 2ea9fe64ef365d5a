package io.sluice.tck;

import io.sluice.spi.Component;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What every {@link ResultStoreProvider} promises of its stores besides what all components
 * promise. Each check writes to a store of its own in a folder for temporary files: under the file
 * name of the provider's first example, such as {@code sluice.db} of {@code
 * sqlite:results/sluice.db}. Stores that are no files, as those of a server, are checked where the
 * system property {@link #PLACE} says, and not at all without it.
 */
public final class ResultStoreChecks {

  /**
   * What the name of the system property begins with that says where stores of a server can be made
   * to be checked; the provider's id follows. It is a location in which {@code {}} stands for a
   * name that each check makes anew: {@code //user@localhost/trial?schema={}}. What is made there
   * stays.
   */
  public static final String PLACE = "sluice.check.";

  private static final Check<ResultStoreProvider> HAS_PLACE =
      new Check<>(
          "store-can-be-made-to-be-checked",
          "Store can be made to be checked",
          ResultStoreProvider.class,
          (provider, findings) -> {
            if (!hasPlace(provider)) {
              findings.remark(
                  "stores like %s are no files and were not checked; to do so, say where some can be"
                      + " made and left by -D%s%s=//user@localhost/database?schema={}, or what fits",
                  provider.examples().get(0), PLACE, provider.id());
            }
          });

  /** All of them. */
  public static final List<Check<ResultStoreProvider>> ALL =
      List.of(
          HAS_PLACE,
          check("New store keeps nothing", StudyPromises::newStoreKeepsNothing),
          check(
              "Unknown study is empty beside another",
              StudyPromises::unknownStudyIsEmptyBesideAnother),
          check("Every field of a study comes back", StudyPromises::everyFieldOfAStudyComesBack),
          check("Study id may be any text", StudyPromises::studyIdMayBeAnyText),
          check("Study begun last comes first", StudyPromises::studyBegunLastComesFirst),
          check(
              "Study is found by its id or else by its name",
              StudyPromises::studyIsFoundByItsIdOrElseByItsName),
          check(
              "Studies written at the same time stay apart",
              StudyPromises::studiesWrittenAtTheSameTimeStayApart),
          check("Study goes on after reopening", StudyPromises::studyGoesOnAfterReopening),
          check(
              "Factors that nobody knows yet come back",
              FactorPromises::factorsThatNobodyKnowsYetComeBack),
          check(
              "Factor that comes later has its preset in cells that are there",
              FactorPromises::factorThatComesLaterHasItsPresetInCellsThatAreThere),
          check("Empty lists and texts come back", TrialPromises::emptyListsAndTextsComeBack),
          check("Every field of a trial comes back", TrialPromises::everyFieldOfATrialComesBack),
          check(
              "Every number comes back bit for bit", TrialPromises::everyNumberComesBackBitForBit),
          check(
              "Every outcome comes back and only the cancelled will be run again",
              TrialPromises::everyOutcomeComesBackAndOnlyTheCancelledWillBeRunAgain),
          check(
              "Trials and measurements come in the order of the index",
              TrialPromises::trialsAndMeasurementsComeInTheOrderOfTheIndex),
          check(
              "Measurements of a trial come in the order they were written",
              TrialPromises::measurementsOfATrialComeInTheOrderTheyWereWritten),
          check(
              "Trial written again replaces the one before with its measurements",
              TrialPromises::trialWrittenAgainReplacesTheOneBeforeWithItsMeasurements),
          check(
              "Trial written again after reopening replaces the one before",
              TrialPromises::trialWrittenAgainAfterReopeningReplacesTheOneBefore),
          check(
              "Trials with very many measurements are kept whole or not at all",
              TrialPromises::trialsWithVeryManyMeasurementsAreKeptWholeOrNotAtAll),
          check("Unfinished trial is not there", TrialPromises::unfinishedTrialIsNotThere),
          check(
              "What was flushed is seen through another store",
              TrialPromises::whatWasFlushedIsSeenThroughAnotherStore),
          check(
              "Reading goes on while more is written",
              TrialPromises::readingGoesOnWhileMoreIsWritten),
          check("Many trials come back", TrialPromises::manyTrialsComeBack),
          check(
              "Summaries come back where they are offered",
              SummaryPromises::summariesComeBackWhereTheyAreOffered),
          check(
              "Lesser outcome replaces nothing that waits to be flushed",
              ReplacementPromises::lesserOutcomeReplacesNothingThatWaitsToBeFlushed),
          check(
              "Lesser outcome replaces nothing that was flushed",
              ReplacementPromises::lesserOutcomeReplacesNothingThatWasFlushed),
          check(
              "Lesser outcome replaces nothing after reopening",
              ReplacementPromises::lesserOutcomeReplacesNothingAfterReopening),
          check("No share is held by two", LeasePromises::noShareIsHeldByTwo),
          check(
              "Share that is given back can be taken",
              LeasePromises::shareThatIsGivenBackCanBeTaken),
          check(
              "Lease that ended goes to the next and is lost for its holder",
              LeasePromises::leaseThatEndedGoesToTheNextAndIsLostForItsHolder),
          check("Lease that is renewed does not end", LeasePromises::leaseThatIsRenewedDoesNotEnd),
          check(
              "Several may write to a study that they share",
              LeasePromises::severalMayWriteToAStudyThatTheyShare),
          check(
              "Nothing is unreadable and nothing unsound of what was just written",
              ReplacementPromises::nothingIsUnreadableAndNothingUnsoundOfWhatWasJustWritten),
          check(
              "Trial with any message stays readable",
              ReplacementPromises::trialWithAnyMessageStaysReadable),
          check(
              "Forgotten study is gone and the others stay",
              ForgetPromises::forgottenStudyIsGoneAndTheOthersStay),
          check(
              "Forgotten study begins anew with nothing",
              ForgetPromises::forgottenStudyBeginsAnewWithNothing),
          check(
              "Study that is being written is not forgotten",
              ForgetPromises::studyThatIsBeingWrittenIsNotForgotten),
          check(
              "Same events again change nothing", EndurancePromises::sameEventsAgainChangeNothing),
          check(
              "Readers beside the writer see whole trials",
              EndurancePromises::readersBesideTheWriterSeeWholeTrials),
          checkOfFiles(
              "Flushed trials survive a kill",
              (provider, place) ->
                  EndurancePromises.flushedTrialsSurviveAKill(
                      place, path -> provider.open(path.toString()))));

  /**
   * One more, which takes too long for every plugin and every time: tests of stores run it by
   * {@link LargeStoreContract}.
   */
  static final Check<ResultStoreProvider> MILLION =
      check("A million measurements come back", EndurancePromises::aMillionMeasurementsComeBack);

  private ResultStoreChecks() {}

  /**
   * A check whose id is that of its title.
   *
   * @param promise uses the store, which it is given anew each time, at the same place
   */
  private static Check<ResultStoreProvider> check(
      String title, Consumer<Supplier<ResultStore>> promise) {
    return titled(
        title,
        (provider, findings) -> {
          String server = System.getProperty(PLACE + provider.id());
          if (server == null) {
            inFolder(
                fileName(provider), place -> promise.accept(() -> provider.open(place.toString())));
          } else {
            String fresh = "check_" + UUID.randomUUID().toString().replace("-", "");
            promise.accept(() -> provider.open(server.replace("{}", fresh)));
          }
        });
  }

  /**
   * A check of stores that are files; of those of a server it says nothing.
   *
   * @param promise uses stores at the place that it is given, and beside it
   */
  private static Check<ResultStoreProvider> checkOfFiles(
      String title, BiConsumer<ResultStoreProvider, Path> promise) {
    return titled(
        title,
        (provider, findings) -> {
          if (System.getProperty(PLACE + provider.id()) == null) {
            inFolder(fileName(provider), place -> promise.accept(provider, place));
          }
        });
  }

  private static Check<ResultStoreProvider> titled(
      String title, Check.Body<ResultStoreProvider> body) {
    String id = title.toLowerCase(Locale.ROOT).replace(' ', '-');
    return new Check<>(id, title, ResultStoreProvider.class, body);
  }

  /** Whether a check can be run on this component as far as it needs a store. */
  static boolean canRun(Check<?> check, Component component) {
    return check == HAS_PLACE
        || !(component instanceof ResultStoreProvider provider)
        || check.port() != ResultStoreProvider.class
        || hasPlace(provider);
  }

  private static boolean hasPlace(ResultStoreProvider provider) {
    return System.getProperty(PLACE + provider.id()) != null || !fileName(provider).isEmpty();
  }

  private static void inFolder(String name, Consumer<Path> promise) {
    try {
      Path folder = Files.createTempDirectory("sluice-check");
      try {
        promise.accept(folder.resolve("results").resolve(name));
      } finally {
        delete(folder);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** The name of the file or folder in the first example; empty if it names none. */
  private static String fileName(ResultStoreProvider provider) {
    String example = provider.examples().get(0);
    String location = example.substring(example.indexOf(':') + 1);
    Path name = location.contains("//") ? null : Path.of(location).getFileName();
    return name == null ? "" : name.toString();
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> below = Files.walk(folder)) {
      all = below.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
