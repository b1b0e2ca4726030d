package nl.leerspoor.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.Resource;
import jakarta.persistence.Entity;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.events.Catalogue;
import nl.leerspoor.events.Event;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.ScopedViews;
import org.axonframework.eventhandling.GenericEventMessage;
import org.hibernate.annotations.Immutable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.web.bind.annotation.RequestMapping;

/** The rules of the house, held by the build instead of by memory. They hold for packages that don't exist yet, too. */
class ArchitectureTest {

    @Nested
    class Modules {

        @Test
        void keepToTheirPackageRoot() {
            check(classes()
                    .should(be(
                            "in the package root of their module",
                            type -> source(type).contains("/" + moduleOf(type) + "/target/"))));
        }

        @Test
        void knowOnlyWhatLiesBelowThem() {
            check(ofOurs("nl.leerspoor.events..").knowOnly("nl.leerspoor.events.."));
            check(ofOurs("nl.leerspoor.platform..")
                    .knowOnly("nl.leerspoor.platform..", "nl.leerspoor.events", "nl.leerspoor.events.evolution"));
            check(ofOurs("nl.leerspoor.command..")
                    .knowOnly("nl.leerspoor.command..", "nl.leerspoor.platform..", "nl.leerspoor.events.."));
            check(ofOurs("nl.leerspoor.query..")
                    .knowOnly("nl.leerspoor.query..", "nl.leerspoor.platform..", "nl.leerspoor.events.."));
        }

        @Test
        void ofThePlatformHaveNoBusinessWordButInTheTableOfWhoMayWhat() {
            Set<String> business = Catalogue.names().stream()
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .collect(Collectors.toSet());

            check(classes()
                    .that(resideInAPackage("nl.leerspoor.platform..")
                            .and(resideOutsideOfPackages("nl.leerspoor.platform.access..")))
                    .should(be("free of business words", type -> words(type).noneMatch(business::contains))));
        }

        private static String source(JavaClass type) {
            return type.getSource().orElseThrow().getUri().toString();
        }

        private static String moduleOf(JavaClass type) {
            return switch (type.getPackageName().split("\\.")[2]) {
                case "events" -> "shared-events";
                case "platform" -> "platform";
                case "command" -> "command-side";
                case "query" -> "query-side";
                case "standalone" -> "standalone";
                default -> "no module";
            };
        }

        /** The words in the names of a class, its package and its members; {@code openTrajectory} gives two. */
        private static Stream<String> words(JavaClass type) {
            Stream<String> names = Stream.concat(
                    Stream.of(type.getName()), type.getMembers().stream().map(HasName::getName));
            return names.flatMap(name -> Arrays.stream(name.split("[.$_]|(?<=[a-z])(?=[A-Z])")))
                    .map(word -> word.toLowerCase(Locale.ROOT));
        }
    }

    @Nested
    class ThePublishedLanguage {

        @Test
        void needsTheJdkOnly() {
            check(classes()
                    .that(resideInAPackage("nl.leerspoor.events.."))
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAPackage("nl.leerspoor.events..").or(resideInAPackage("java.."))));
        }

        @Test
        void isRecordsInSealedFamilies() {
            check(classes()
                    .that(resideInAPackage("nl.leerspoor.events.(*)..")
                            .and(resideOutsideOfPackages(
                                    "nl.leerspoor.events.reference..",
                                    "nl.leerspoor.events.evolution..",
                                    "nl.leerspoor.events.published..")))
                    .should(be(
                            "sealed families of events and the records in them",
                            type -> type.isInterface()
                                    ? isFamily(type)
                                    : type.isRecord()
                                            && type.getEnclosingClass().stream()
                                                    .allMatch(family -> isFamily(family)))));
        }

        private static boolean isFamily(JavaClass type) {
            return type.isAssignableTo(Event.class) && type.reflect().isSealed();
        }
    }

    @Nested
    class Proof {

        @Test
        void needsTheJdkOnlySoThatAnybodyCanCheckIt() {
            check(classes()
                    .that(resideInAPackage("nl.leerspoor.platform.proof.."))
                    .should()
                    .onlyDependOnClassesThat(resideInAPackage("nl.leerspoor.platform.proof..")
                            .or(resideInAPackage("java.."))
                            .or(resideInAPackage("javax.crypto.."))));
        }
    }

    @Nested
    class WhoMayWhat {

        @Test
        void isDecidedWithTheJdkOnly() {
            check(classes()
                    .that(resideInAPackage("nl.leerspoor.platform.access.."))
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAPackage("nl.leerspoor.platform.access..").or(resideInAPackage("java.."))));
            check(noClasses()
                    .that(resideInAPackage("nl.leerspoor.platform.access.."))
                    .should(access("the time or chance", House::asksTimeOrChance)));
        }
    }

    /** What nobody in particular is told of, and the state of the program, are for whoever may ask for them. */
    @Nested
    class Questions {

        private static final String[] OF_NO_REGION = {
            "nl.leerspoor.query.reference..",
            "nl.leerspoor.query.projection..",
            "nl.leerspoor.query.parked..",
            "nl.leerspoor.query.proof.."
        };

        @Test
        void sayWhatOfTheViewsTheyReach() {
            check(methods()
                    .that()
                    .areDeclaredInClassesThat(
                            resideInAPackage("nl.leerspoor.query..").and(resideOutsideOfPackages(OF_NO_REGION)))
                    .and()
                    .areMetaAnnotatedWith(RequestMapping.class)
                    .should()
                    .haveRawParameterTypes(describe(
                            "a scope", types -> types.stream().anyMatch(type -> type.isEquivalentTo(Scope.class)))));
        }

        @Test
        void comeToTheViewsWithIt() {
            check(classes()
                    .that(resideInAPackage("nl.leerspoor.query..")
                            .and(describe(
                                    "are neither the way to the views nor their set-up",
                                    type -> !type.isEquivalentTo(ScopedViews.class)
                                            && !type.getSimpleName().equals("QueryDatabase"))))
                    .should(be(
                            "without the connections of the role that reads views",
                            type -> type.getConstructors().stream()
                                    .flatMap(birth -> birth.getParameters().stream())
                                    .flatMap(parameter -> parameter.tryGetAnnotationOfType(Qualifier.class).stream())
                                    .noneMatch(bean -> bean.value().startsWith("query")))));
            check(methods()
                    .that()
                    .areDeclaredIn(ScopedViews.class)
                    .and()
                    .arePublic()
                    .should()
                    .haveRawParameterTypes(Scope.class, Function.class));
        }
    }

    @Nested
    class Rules {

        @Test
        void leanOnValuesOnly() {
            check(classes()
                    .that(describe("are rules", House::isRule))
                    .should(leanOn(
                            "values and calculations", dependency -> House.isPure(dependency.getTargetClass()))));
        }

        @Test
        void askNeitherTimeNorChance() {
            check(noClasses()
                    .that(describe("are rules", House::isRule))
                    .should(access("the time or chance", House::asksTimeOrChance)));
        }

        @Test
        void ofTheReadingSideFoldEventsAndNothingElse() {
            check(noClasses()
                    .that(resideInAPackage("nl.leerspoor.query.."))
                    .and()
                    .haveNameMatching(".+(Course|State)(\\$.+)?")
                    .should()
                    .dependOnClassesThat(resideInAPackage("org..")
                            .or(resideInAPackage("java.sql.."))
                            .or(describe("a clock", type -> type.isEquivalentTo(Clock.class))))
                    .orShould(access("the time or chance", House::asksTimeOrChance)));
        }
    }

    @Nested
    class BusinessPackages {

        @Test
        void meetInHandlersAndElseShowEachOtherValues() {
            check(classes()
                    .that(describe(
                            "are business", type -> House.businessOf(type).isPresent()))
                    .should(leanOn(
                            "their own package, and on values of others unless they handle both",
                            dependency -> !House.areDifferentBusiness(
                                            dependency.getOriginClass(), dependency.getTargetClass())
                                    || House.isHandler(dependency.getOriginClass())
                                    || isShownToRules(dependency))));
        }

        @Test
        void ofTheReadingSideAreStrangers() {
            check(classes()
                    .that(resideInAPackage("nl.leerspoor.query.."))
                    .should(leanOn(
                            "their own package",
                            dependency -> !House.areDifferentBusiness(
                                    dependency.getOriginClass(), dependency.getTargetClass()))));
        }

        @Test
        void showAxonOnlyInStreamsHandlersAndProjections() {
            check(noClasses()
                    .that(describe(
                            "are business", type -> House.businessOf(type).isPresent()))
                    .and(describe("neither streams, handlers nor projections", type -> !House.isAxonShell(type)))
                    .should()
                    .dependOnClassesThat(resideInAPackage("org.axonframework..")));
        }

        private static boolean isShownToRules(Dependency dependency) {
            return House.isRule(dependency.getOriginClass()) && House.isValue(dependency.getTargetClass());
        }
    }

    /** Events are stored, views written and figures worked out by plain SQL; entities are what people read one by one. */
    @Nested
    class Entities {

        private static final String[] PERSISTENCE = {
            "jakarta.persistence..", "org.hibernate..", "org.springframework.data..", "org.springframework.orm.."
        };

        @Test
        void areOnlyRead() {
            check(classes().that().areAnnotatedWith(Entity.class).should().beAnnotatedWith(Immutable.class));
            check(classes()
                    .that()
                    .areAssignableTo(Repository.class)
                    .should(be(
                            "repositories that find and do no more",
                            type -> type.getAllRawInterfaces().stream()
                                            .allMatch(parent -> parent.isEquivalentTo(Repository.class))
                                    && type.getMethods().stream()
                                            .allMatch(method ->
                                                    method.getName().matches("(find|exists|count)By[A-Z].*")))));
        }

        @Test
        void answerTheQuestionsOfPeople() {
            check(noClasses()
                    .that(resideOutsideOfPackages("nl.leerspoor.query.."))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(PERSISTENCE)));
            check(noClasses()
                    .that(describe(
                            "are neither entities nor the database's set-up",
                            type -> !House.outermost(type).isAnnotatedWith(Entity.class)
                                    && !type.getSimpleName().equals("QueryDatabase")))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(
                            "jakarta.persistence..", "org.hibernate..", "org.springframework.orm..")));
        }

        @Test
        void areUnknownToProjectionsAndFigures() {
            check(noClasses()
                    .that(resideInAnyPackage("nl.leerspoor.query.projection..", "nl.leerspoor.query.figures..")
                            .or(describe(
                                    "fold events",
                                    type -> type.getName().matches(".+(Projection|Course|State)(\\$.+)?"))))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(PERSISTENCE)
                            .or(describe("entities", type -> type.isAnnotatedWith(Entity.class)))
                            .or(assignableTo(Repository.class))));
        }
    }

    @Nested
    class Messages {

        @Test
        void carryTheRealTime() {
            check(noClasses()
                    .should()
                    .accessField(GenericEventMessage.class, "clock")
                    .orShould(access("a constructor with a timestamp", Messages::setsTimestamp)));
        }

        private static boolean setsTimestamp(JavaAccess<?> access) {
            return access instanceof JavaCall<?> call
                    && call.getName().equals("<init>")
                    && call.getTargetOwner().getPackageName().startsWith("org.axonframework.eventhandling")
                    && call.getTarget().getRawParameterTypes().stream()
                            .anyMatch(
                                    type -> type.isEquivalentTo(Instant.class) || type.isEquivalentTo(Supplier.class));
        }
    }

    @Nested
    class Manners {

        @Test
        void classesSayWhatTheyAre() {
            check(noClasses().should().haveNameMatching(".*(Util|Utils|Impl|Manager|Helper|Helpers)(\\$.*)?"));
        }

        @Test
        void whatAnObjectNeedsItGetsAtBirth() {
            check(noFields()
                    .should()
                    .beAnnotatedWith(Autowired.class)
                    .orShould()
                    .beAnnotatedWith(Value.class)
                    .orShould()
                    .beAnnotatedWith(Resource.class)
                    .orShould()
                    .beAnnotatedWith(PersistenceContext.class));
            check(noMethods().should().beAnnotatedWith(Autowired.class));
        }

        @Test
        void onlyProgramsForPeopleAtAConsolePrintOnIt() {
            check(noClasses()
                    .that(resideOutsideOfPackages(
                            "nl.leerspoor.standalone..", "nl.leerspoor.platform.proof.verifier.."))
                    .should(ACCESS_STANDARD_STREAMS));
        }
    }

    private static void check(ArchRule rule) {
        rule.check(House.CLASSES);
    }

    /** Classes of ours, and which others of ours they may know. */
    private record Ours(String packages) {

        ArchRule knowOnly(String... others) {
            return noClasses()
                    .that(resideInAPackage(packages))
                    .should()
                    .dependOnClassesThat(resideInAPackage("nl.leerspoor..").and(resideOutsideOfPackages(others)));
        }
    }

    private static Ours ofOurs(String packages) {
        return new Ours(packages);
    }

    private static ArchCondition<JavaClass> be(String what, Predicate<JavaClass> test) {
        return new ArchCondition<>("be " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean is = test.test(type);
                events.add(new SimpleConditionEvent(type, is, type.getName() + (is ? " is " : " is not ") + what));
            }
        };
    }

    private static ArchCondition<JavaClass> leanOn(String what, Predicate<Dependency> test) {
        return new ArchCondition<>("lean only on " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf()
                        .forEach(dependency -> events.add(new SimpleConditionEvent(
                                dependency, test.test(dependency), dependency.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> access(String what, Predicate<JavaAccess<?>> test) {
        return new ArchCondition<>("access " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf()
                        .forEach(access -> events.add(
                                new SimpleConditionEvent(access, test.test(access), access.getDescription())));
            }
        };
    }
}
