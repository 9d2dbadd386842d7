#!/usr/bin/env python3
"""Opens the files of a run as strictly as QGIS can, and says all that is wrong.

Usage: QT_QPA_PLATFORM=offscreen python3 strict_open.py FOLDER SITES [PICTURE]
Needs QGIS with its Python (Debian: python3-qgis). Prints a line for each problem; exit code 1 when there is any.
"""
import os
import sys
import xml.etree.ElementTree as xml

from osgeo import ogr
from qgis.core import (
    NULL, QgsApplication, QgsExpression, QgsMapRendererParallelJob, QgsMapSettings, QgsProject, QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize, QVariant
from qgis.PyQt.QtGui import QColor

folder, sites = os.path.abspath(sys.argv[1]), int(sys.argv[2])
picture = os.path.abspath(sys.argv[3]) if len(sys.argv) > 3 else ""
problems = []


def problem(text):
    problems.append(text)


def check_style(layer, name):
    renderer = layer.renderer()
    if renderer.type() != "RuleRenderer":
        problem(f"{name}: the style is not loaded, but {renderer.type()}")
        return
    fields = {field.name() for field in layer.fields()}
    for rule in renderer.rootRule().descendants():
        if rule.isElse() or not rule.filterExpression():
            continue
        expression = QgsExpression(rule.filterExpression())
        if expression.hasParserError():
            problem(f"{name}: rule {rule.label()}: {expression.parserErrorString()}")
        for column in expression.referencedColumns() - fields:
            problem(f"{name}: rule {rule.label()} names a field {column}, which there is not")


def check_map(layer, name, count, kinds):
    if not layer.isValid():
        problem(f"{name}: is not valid")
        return
    if layer.featureCount() != count:
        problem(f"{name}: has {layer.featureCount()} features, not {count}")
    drawn = 0
    classes = layer.renderer().clone()
    for feature in layer.getFeatures():
        geometry = feature.geometry()
        if geometry.isNull() or geometry.isEmpty():
            problem(f"{name}: feature {feature.id()} has no geometry")
            break
        if not geometry.isGeosValid():
            problem(f"{name}: feature {feature.id()} has a geometry that is not valid")
        drawn += 1
    if drawn != count:
        problem(f"{name}: {drawn} features are read of {count}")
    box = layer.extent()
    if count and not (-180 <= box.xMinimum() <= box.xMaximum() <= 180 and -90 <= box.yMinimum() <= box.yMaximum() <= 90):
        problem(f"{name}: its extent {box.toString()} is not on the earth")
    if layer.crs().authid() != "EPSG:4326":
        problem(f"{name}: its reference system is {layer.crs().authid()}")
    for field, kind in kinds.items():
        index = layer.fields().indexFromName(field)
        if index < 0:
            problem(f"{name}: has no field {field}")
        elif layer.fields().at(index).type() not in kind:
            problem(f"{name}: field {field} is {layer.fields().at(index).typeName()}")
    check_style(layer, name)


whole, real, text, day = {QVariant.Int, QVariant.LongLong}, {QVariant.Double}, {QVariant.String}, {QVariant.Date}
QgsApplication.setPrefixPath("/usr", True)
app = QgsApplication([], False)
app.initQgis()

package = os.path.join(folder, "ranked.gpkg")
if os.path.exists(package):
    source = ogr.Open(package)
    names = {source.GetLayer(i).GetName(): source.GetLayer(i) for i in range(source.GetLayerCount())}
    for wanted in ["ranked", "issues", "issues_unplaced", "changes", "changes_unplaced", "layers", "run"]:
        if wanted not in names:
            problem(f"ranked.gpkg: has no layer {wanted}")
    for name, layer in names.items():
        vector = QgsVectorLayer(f"{package}|layername={name}", name)
        count = sites if name == "ranked" else layer.GetFeatureCount()
        if layer.GetGeomType() == ogr.wkbNone:
            if not vector.isValid() or vector.featureCount() != count:
                problem(f"{name}: is not valid")
            continue
        kinds = {"rank": whole, "score": real, "siteId": text} if name in ("ranked", "excluded", "ranked_areas") else {}
        check_map(vector, "ranked.gpkg " + name, count, kinds)
        if name == "excluded" and any(f["exclusion"] in (NULL, "") for f in vector.getFeatures()):
            problem("ranked.gpkg excluded: has a site that is not excluded")
    metadata = source.ExecuteSQL("SELECT metadata FROM gpkg_metadata")
    xml.fromstring(metadata.GetNextFeature().GetField(0))
    source = None

if os.path.exists(os.path.join(folder, "ranked.shp")):
    shape = QgsVectorLayer(os.path.join(folder, "ranked.shp"), "shape")
    check_map(shape, "ranked.shp", sites, {"RANK": whole, "SCORE": real, "SITE_ID": text})
    for field in shape.fields():
        if field.isNumeric():
            index = shape.fields().indexFromName(field.name())
            if any(f[index] == NULL for f in shape.getFeatures()):
                problem(f"ranked.shp: {field.name()} has a number that is null, which ArcGIS shows as 0")
    message, done = shape.loadSldStyle(os.path.join(folder, "ranked.sld"))
    if not done:
        problem(f"ranked.sld: {message}")
    check_style(shape, "ranked.sld")
    for document in ["ranked.shp.xml", "ranked.sld"]:
        xml.parse(os.path.join(folder, document))

project = QgsProject.instance()
if os.path.exists(os.path.join(folder, "ranked.qgz")):
    os.chdir("/")
    if not project.read(os.path.join(folder, "ranked.qgz")):
        problem(f"ranked.qgz: {project.error()}")
    layers = project.mapLayers()
    if len(layers) < 7:
        problem(f"ranked.qgz: has {len(layers)} layers")
    if project.filePathStorage() != project.filePathStorage().Relative:
        problem("ranked.qgz: does not keep relative paths")
    for layer in project.layerTreeRoot().findLayers():
        if layer.layer() is None:
            problem(f"ranked.qgz: the tree has a layer {layer.name()} that is not in the project")
    if project.crs().authid() != "EPSG:3857":
        problem(f"ranked.qgz: its reference system is {project.crs().authid() or 'none'}")
    view = project.viewSettings().defaultViewExtent()
    if sites and view.isEmpty():
        problem("ranked.qgz: does not say what the map shows first")
    for name, layer in layers.items():
        if not layer.isValid():
            problem(f"ranked.qgz {name}: is not valid")
        elif layer.isSpatial():
            check_style(layer, "ranked.qgz " + name)
            if layer.crs().authid() != "EPSG:4326":
                problem(f"ranked.qgz {name}: its reference system is {layer.crs().authid()}")
    if picture:
        settings = QgsMapSettings()
        settings.setLayers([
            layer.layer() for layer in project.layerTreeRoot().findLayers() if layer.itemVisibilityChecked()])
        settings.setDestinationCrs(project.crs())
        settings.setBackgroundColor(QColor("white"))
        settings.setOutputSize(QSize(1600, 1000))
        settings.setOutputDpi(110)
        extent = project.viewSettings().defaultViewExtent()
        settings.setExtent(extent.buffered(0.03 * extent.width()))
        job = QgsMapRendererParallelJob(settings)
        job.start()
        job.waitForFinished()
        job.renderedImage().save(picture, "PNG")
        del job, settings

for line in problems:
    print(line)
project.clear()
# QGIS may crash at its own end, which says nothing of the files.
sys.stdout.flush()
os._exit(1 if problems else 0)
