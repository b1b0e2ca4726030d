package nl.leerspoor.command.reception;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import nl.leerspoor.command.CommonRefusal;
import nl.leerspoor.command.Refusal;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.ProblemKind;
import nl.leerspoor.platform.http.ProblemKinds;
import nl.leerspoor.platform.http.Text;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/** Every refusal that a rule of the command side can give: the constants of all enums that are a {@link Refusal}. */
@Component
class RefusalKinds implements ProblemKinds {

    private final Supplier<List<ProblemKind>> kinds = SingletonSupplier.of(RefusalKinds::find);

    @Override
    public List<ProblemKind> kinds() {
        return kinds.get();
    }

    static ProblemKind of(Refusal refusal) {
        if (refusal == CommonRefusal.PERSON_ERASED) {
            return HttpProblem.PERSON_ERASED.kind();
        }
        return new ProblemKind(HttpStatus.CONFLICT, refusal.name(), new Text(refusal.dutch(), refusal.english()));
    }

    private static List<ProblemKind> find() {
        var enums = new ClassPathScanningCandidateComponentProvider(false);
        enums.addIncludeFilter(new AssignableTypeFilter(Refusal.class));
        return enums.findCandidateComponents(Refusal.class.getPackageName()).stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), Refusal.class.getClassLoader()))
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                // a problem of any request already, since writing what is sealed meets it too
                .filter(refusal -> refusal != CommonRefusal.PERSON_ERASED)
                .map(refusal -> of((Refusal) refusal))
                .toList();
    }
}
