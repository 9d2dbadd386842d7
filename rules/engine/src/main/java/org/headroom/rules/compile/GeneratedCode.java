package org.headroom.rules.compile;

import java.util.List;
import java.util.Set;

/**
 * What the classes that Drools writes for our rules refer to: all of it, and nothing else. Types alone can do nothing; members can.
 *
 * <p>Taken from the classes of rules with every operator on every kind of field; Drools 10.2.
 */
final class GeneratedCode {
    /** Types that may be named in class files, besides the generated ones. */
    static final Set<String> TYPES = Set.of(
            "java/lang/Double",
            "java/lang/Enum",
            "java/lang/Exception",
            "java/lang/Object",
            "java/lang/RuntimeException",
            "java/lang/String",
            "java/lang/System",
            "java/lang/invoke/MethodHandles",
            "java/lang/invoke/MethodHandles$Lookup",
            "java/lang/invoke/StringConcatFactory",
            "java/time/format/DateTimeFormatterBuilder",
            "java/util/ArrayList",
            "java/util/Arrays",
            "java/util/Collections",
            "java/util/List",
            "java/util/Locale",
            "org/drools/model/DomainClassMetadata",
            "org/drools/model/Index",
            "org/drools/model/Index$ConstraintType",
            "org/drools/model/Model",
            "org/drools/model/PatternDSL",
            "org/drools/model/PatternDSL$PatternDef",
            "org/drools/model/PatternDSL$ReactOn",
            "org/drools/model/Rule",
            "org/drools/model/RuleItemBuilder",
            "org/drools/model/RulesSupplier",
            "org/drools/model/consequences/ConsequenceBuilder",
            "org/drools/model/consequences/ConsequenceBuilder$_1",
            "org/drools/model/functions/Block1",
            "org/drools/model/functions/Function1",
            "org/drools/model/functions/HashedExpression",
            "org/drools/model/functions/Predicate1",
            "org/drools/model/functions/PredicateInformation",
            "org/drools/model/impl/RuleBuilder",
            "org/drools/modelcompiler/dsl/pattern/D",
            "org/drools/modelcompiler/util/EvaluationUtil",
            "org/drools/util/DateUtils",
            "org/headroom/rules/fact/SiteFact");

    /** Fields and methods of others that may be used, by owner and name. */
    static final Set<String> MEMBERS = Set.of(
            "java/lang/Double.TYPE",
            "java/lang/Double.valueOf",
            "java/lang/Enum.<init>",
            "java/lang/Enum.valueOf",
            "java/lang/Object.<init>",
            "java/lang/RuntimeException.<init>",
            "java/lang/String.equals",
            "java/lang/String.hashCode",
            "java/lang/System.arraycopy",
            "java/lang/invoke/StringConcatFactory.makeConcatWithConstants",
            "java/time/format/DateTimeFormatterBuilder.<init>",
            "java/time/format/DateTimeFormatterBuilder.appendPattern",
            "java/time/format/DateTimeFormatterBuilder.parseCaseInsensitive",
            "java/time/format/DateTimeFormatterBuilder.toFormatter",
            // The rules of many methods are put together in a list.
            "java/util/ArrayList.<init>",
            "java/util/Arrays.asList",
            "java/util/Collections.emptyList",
            "java/util/List.addAll",
            "java/util/Locale.ENGLISH",
            "org/drools/model/DomainClassMetadata.getPropertyIndex",
            "org/drools/model/Index$ConstraintType.EQUAL",
            "org/drools/model/Index$ConstraintType.NOT_EQUAL",
            "org/drools/model/Index$ConstraintType.GREATER_THAN",
            "org/drools/model/Index$ConstraintType.GREATER_OR_EQUAL",
            "org/drools/model/Index$ConstraintType.LESS_THAN",
            "org/drools/model/Index$ConstraintType.LESS_OR_EQUAL",
            "org/drools/model/PatternDSL$PatternDef.expr",
            "org/drools/model/consequences/ConsequenceBuilder$_1.execute",
            "org/drools/model/functions/PredicateInformation.<init>",
            "org/drools/model/functions/PredicateInformation.addRuleNames",
            "org/drools/model/functions/PredicateInformation.setMoreThanMaxRuleDefs",
            "org/drools/model/impl/RuleBuilder.build",
            "org/drools/modelcompiler/dsl/pattern/D.alphaIndexedBy",
            "org/drools/modelcompiler/dsl/pattern/D.declarationOf",
            "org/drools/modelcompiler/dsl/pattern/D.on",
            "org/drools/modelcompiler/dsl/pattern/D.pattern",
            "org/drools/modelcompiler/dsl/pattern/D.reactOn",
            "org/drools/modelcompiler/dsl/pattern/D.rule",
            "org/drools/modelcompiler/util/EvaluationUtil.areNullSafeEquals",
            "org/drools/modelcompiler/util/EvaluationUtil.areNumbersNullSafeEquals",
            "org/drools/modelcompiler/util/EvaluationUtil.greaterOrEqualNumbers",
            "org/drools/modelcompiler/util/EvaluationUtil.greaterThanNumbers",
            "org/drools/modelcompiler/util/EvaluationUtil.lessOrEqualNumbers",
            "org/drools/modelcompiler/util/EvaluationUtil.lessThanNumbers",
            "org/drools/util/DateUtils.getDateFormatMask",
            "org/headroom/rules/fact/SiteFact.<init>",
            // Site inherits these; a call names the class through which it is made.
            "org/headroom/rules/Site.fire",
            "org/headroom/rules/Site.holds",
            "org/headroom/rules/Site.lower",
            "org/headroom/rules/Site.upper",
            "org/headroom/rules/Site.text");

    /** What a generated class may extend. */
    static final List<String> SUPER_TYPES =
            List.of("java/lang/Object", "java/lang/Enum", "org/headroom/rules/fact/SiteFact");

    private GeneratedCode() {}
}
