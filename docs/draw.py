#!/usr/bin/env python3
"""Draws the picture in the README: the counties of the United States by their score, and the first ten of the ranking.

Needs QGIS with its Python (Debian: python3-qgis). Usage, from the top of the checkout:
    ./headroom rank
    QT_QPA_PLATFORM=offscreen /usr/bin/python3 docs/draw.py runs/latest docs/us.png
"""
import sys

from qgis.core import (
    QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsFillSymbol, QgsMapRendererParallelJob,
    QgsMapSettings, QgsMarkerSymbol, QgsPalLayerSettings, QgsProject, QgsRuleBasedRenderer, QgsTextBufferSettings,
    QgsTextFormat, QgsSingleSymbolRenderer, QgsVectorLayer, QgsVectorLayerJoinInfo, QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QFont, QPainter

run, picture = sys.argv[1], sys.argv[2]
app = QgsApplication([], False)
app.initQgis()

ranked = QgsVectorLayer(f"{run}/ranked.gpkg|layername=ranked", "ranked")
counties = QgsVectorLayer("geodata/catalog/us/data/us-counties.gpkg|layername=counties", "counties")
top = QgsVectorLayer(f"{run}/ranked.gpkg|layername=ranked|subset=\"rank\" <= 10", "top")
assert ranked.isValid() and counties.isValid() and top.isValid()
QgsProject.instance().addMapLayers([ranked, counties, top], False)
join = QgsVectorLayerJoinInfo()
join.setJoinLayer(ranked)
join.setJoinFieldName("siteId")
join.setTargetFieldName("fips")
join.setUsingMemoryCache(True)
join.setPrefix("r_")
counties.addJoin(join)

CLASSES = [
    ("score from 60", "\"r_gate\" <> 'FAIL' AND \"r_score\" >= 60", "#00441b"),
    ("57 to 60", "\"r_gate\" <> 'FAIL' AND \"r_score\" >= 57 AND \"r_score\" < 60", "#238b45"),
    ("54 to 57", "\"r_gate\" <> 'FAIL' AND \"r_score\" >= 54 AND \"r_score\" < 57", "#74c476"),
    ("50 to 54", "\"r_gate\" <> 'FAIL' AND \"r_score\" >= 50 AND \"r_score\" < 54", "#c7e9c0"),
    ("below 50", "\"r_gate\" <> 'FAIL' AND \"r_score\" < 50", "#f7fcf5"),
    ("excluded", "\"r_gate\" = 'FAIL'", "#d9a9a0"),
]
root = QgsRuleBasedRenderer.Rule(None)
for label, filter_text, colour in CLASSES:
    symbol = QgsFillSymbol.createSimple({"color": colour, "outline_color": "#a8a8a8", "outline_width": "0.05"})
    root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp=filter_text, label=label))
counties.setRenderer(QgsRuleBasedRenderer(root))

top.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(
    {"name": "circle", "size": "2.4", "color": "#f16913", "outline_color": "#ffffff"})))
labels = QgsPalLayerSettings()
labels.fieldName = "\"rank\" || ' ' || regexp_replace(\"name\", ' [(].*', '')"
labels.isExpression = True
labels.displayAll = True
text = QgsTextFormat()
text.setFont(QFont("DejaVu Sans"))
text.setSize(6)
text.setColor(QColor("#222222"))
halo = QgsTextBufferSettings()
halo.setEnabled(True)
halo.setSize(0.7)
text.setBuffer(halo)
labels.setFormat(text)
top.setLabeling(QgsVectorLayerSimpleLabeling(labels))
top.setLabelsEnabled(True)

albers = QgsCoordinateReferenceSystem("EPSG:5070")
settings = QgsMapSettings()
settings.setLayers([top, counties])
settings.setDestinationCrs(albers)
settings.setBackgroundColor(QColor("white"))
settings.setOutputSize(QSize(1500, 900))
settings.setOutputDpi(144)
extent = QgsCoordinateTransform(counties.crs(), albers, QgsProject.instance()).transformBoundingBox(counties.extent())
extent.scale(0.92)
settings.setExtent(extent)
job = QgsMapRendererParallelJob(settings)
job.start()
job.waitForFinished()
image = job.renderedImage()

painter = QPainter(image)
painter.setFont(QFont("DejaVu Sans", 9))
y = 650
for label, _, colour in CLASSES:
    painter.fillRect(40, y, 34, 20, QColor(colour))
    painter.setPen(QColor("#888888"))
    painter.drawRect(40, y, 34, 20)
    painter.setPen(QColor("#333333"))
    painter.drawText(84, y + 17, label)
    y += 28
painter.setBrush(QColor("#f16913"))
painter.setPen(QColor("#ffffff"))
painter.drawEllipse(48, y + 2, 16, 16)
painter.setPen(QColor("#333333"))
painter.drawText(84, y + 17, "the first ten, mines that hold a connection")
painter.end()
image.save(picture, "PNG")
QgsProject.instance().clear()
del job, settings, join
app.exitQgis()
